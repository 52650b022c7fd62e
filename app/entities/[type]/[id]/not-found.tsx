import { listNamespaces, serverApp } from '#server';
import { MissingEntity } from './seldom-shown.tsx';

export default async function EntityNotFound() {
  const { viewer, app } = await serverApp();
  return <MissingEntity namespaces={await listNamespaces(viewer, app)} />;
}
