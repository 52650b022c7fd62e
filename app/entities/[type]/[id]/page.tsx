import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { resolveMoment } from '#client/resolve-moment';
import { visibleString } from '#components/ui/visible-text';
import { decodeHistory } from '#core';
import { listNamespaces, readEventPage, readHistory, readLogHead, serverApp } from '#server';
import { decodeId, parseView } from '#wire';
import { type PageSearch, searchParamsOf } from '../../../search-params.ts';
import { EntityScreen } from './entity-screen.tsx';

interface EntityPageProps {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params, searchParams }: EntityPageProps): Promise<Metadata> {
  const { type, id } = await params;
  const at = searchParamsOf(await searchParams).get('at');
  const name = visibleString(`${decodeId(type) ?? type} ${decodeId(id) ?? id}`);
  return { title: at === null ? name : `${name} at ${visibleString(at)}` };
}

export default async function EntityPage({ params, searchParams }: EntityPageProps) {
  const segments = await params;
  const type = decodeId(segments.type);
  const id = decodeId(segments.id);
  if (type === null || id === null) notFound();
  const search = searchParamsOf(await searchParams);
  const { view } = parseView(search);
  const entity = { namespace: view.namespace, type, id };

  const { viewer, app } = await serverApp();
  const [document, namespaces] = await Promise.all([
    // An `upto` beyond the head is no reason for an error page: the screen says that it could not be had.
    readHistory(viewer, app, { ...entity, axis: view.axis, upTo: view.upTo }).then((asked) =>
      asked.ok || view.upTo === null ? asked : readHistory(viewer, app, { ...entity, axis: view.axis }),
    ),
    listNamespaces(viewer, app),
  ]);
  if (!document.ok) throw new Error(`${document.error.code}: ${document.error.message}`);
  if (document.value === null) notFound();
  const { bytes, axis, defaultAxis, axisReason, head } = document.value;
  // Asked for after the document, so that no event on screen is beyond it.
  const logHead = await readLogHead(viewer, app);
  const version = versionAt(bytes, view.at, logHead);
  const firstEvents =
    version === 0 ? null : await readEventPage(viewer, app, { ...entity, from: version, to: version });
  return (
    <EntityScreen
      key={`${entity.namespace}\n${type}\n${id}`}
      entity={entity}
      document={{ bytes, axis, defaultAxis, axisReason, head, upTo: view.upTo }}
      logHead={logHead}
      firstEvents={firstEvents}
      search={search.toString()}
      namespaces={namespaces}
    />
  );
}

/** Which event the address selects, so that it comes along with the page. */
function versionAt(bytes: Uint8Array, at: string | null, logHead: bigint): number {
  const history = decodeHistory(bytes);
  if (!history.ok) throw new Error(`${history.error.code}: ${history.error.message}`);
  const { ordinal } = resolveMoment(history.value, at, logHead);
  return ordinal === 0 ? 0 : history.value.event(ordinal).version;
}
