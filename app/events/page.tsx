import type { Metadata } from 'next';
import type { LabelsByType } from '#client/wording/use-wordings';
import { visibleString } from '#components/ui/visible-text';
import { type App, listNames, listNamespaces, readLabels, serverApp, type Viewer } from '#server';
import { parseSearchView } from '#wire';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';
import { EventsScreen } from './events-screen.tsx';
import { firstFound } from './first-found.ts';

interface EventsPageProps {
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ searchParams }: EventsPageProps): Promise<Metadata> {
  const { view } = parseSearchView(searchParamsOf(await searchParams));
  return { title: view.text === '' ? 'Events' : `${visibleString(view.text)}, events` };
}

/** The events of a namespace, and what finds them. */
export default async function EventsPage({ searchParams }: EventsPageProps) {
  const search = searchParamsOf(await searchParams);
  const { time, refused } = await headerTime('/events', search);
  const { view: written } = parseSearchView(search);
  const view = { ...written, asOf: time.asOf };
  const { viewer, app } = await serverApp();
  const now = BigInt(Date.now()) * 1000n;
  const [namespaces, labels, first] = await Promise.all([
    listNamespaces(viewer, app),
    labelsIn(viewer, app, view.namespace),
    firstFound(viewer, app, view),
  ]);
  // Another namespace is another screen.
  return (
    <EventsScreen
      key={view.namespace}
      search={search.toString()}
      {...{ refused, namespaces, labels, first, now }}
    />
  );
}

async function labelsIn(viewer: Viewer, app: App, namespace: string): Promise<LabelsByType> {
  const { names } = await listNames(viewer, app, { namespace, of: 'entityType', text: '' });
  return names.map((type) => [type, readLabels(viewer, app, namespace, type)] as const);
}
