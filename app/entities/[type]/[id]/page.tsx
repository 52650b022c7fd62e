import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { resolveMoment } from '#client/resolve-moment';
import { DETAIL_PAGE } from '#client/use-event-detail';
import { AppHeader } from '#components/shell/app-header';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { decodeHistory } from '#core';
import { listNamespaces, readEventPage, readHistoryDocument, serverApp } from '#server';
import { decodeSegment, parseView } from '#wire';
import { type PageSearch, searchParamsOf } from '../../../search-params.ts';
import { EntityScreen } from './entity-screen.tsx';

interface EntityPageProps {
  readonly params: Promise<{ readonly type: string; readonly id: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params, searchParams }: EntityPageProps): Promise<Metadata> {
  const { type, id } = await params;
  const at = searchParamsOf(await searchParams).get('at');
  const name = visibleString(`${decodeSegment(type) ?? type} ${decodeSegment(id) ?? id}`);
  return { title: at === null ? name : `${name} at ${visibleString(at)}` };
}

export default async function EntityPage({ params, searchParams }: EntityPageProps) {
  const segments = await params;
  const type = decodeSegment(segments.type);
  const id = decodeSegment(segments.id);
  if (type === null || id === null) notFound();
  const search = searchParamsOf(await searchParams);
  const { view } = parseView(search);
  const entity = { namespace: view.namespace, type, id };

  const { viewer, app } = await serverApp();
  const [document, namespaces] = await Promise.all([
    readHistoryDocument(viewer, app, { ...entity, axis: view.axis }),
    listNamespaces(viewer, app),
  ]);
  if (!document.ok) throw new Error(`${document.error.code}: ${document.error.message}`);
  if (document.value === null) notFound();
  const { text, axis, defaultAxis, axisReason, head } = document.value;
  const version = versionAt(text, view.at);
  const firstEvents =
    version === 0
      ? null
      : await readEventPage(viewer, app, {
          ...entity,
          from: Math.max(1, version - DETAIL_PAGE / 2),
          to: version + DETAIL_PAGE / 2,
        });
  return (
    <EntityScreen
      key={`${entity.namespace}\n${type}\n${id}`}
      entity={entity}
      document={{ text, axis, defaultAxis, axisReason, head }}
      firstEvents={firstEvents}
      search={search.toString()}
      header={
        <AppHeader namespace={entity.namespace} namespaces={namespaces} section="entities">
          <EntityTitle type={type} id={id} events={head} />
        </AppHeader>
      }
    />
  );
}

/** Which event the address selects, so that it comes along with the page. */
function versionAt(text: string, at: string | null): number {
  const history = decodeHistory(text);
  if (!history.ok) throw new Error(`${history.error.code}: ${history.error.message}`);
  const { ordinal } = resolveMoment(history.value, at);
  return ordinal === 0 ? 0 : history.value.event(ordinal).version;
}

function EntityTitle({ type, id, events }: { type: string; id: string; events: number }) {
  return (
    <div className="flex min-w-0 flex-1 items-baseline gap-2 max-lg:basis-full max-lg:pb-2">
      <h1 className="min-w-0 truncate" title={visibleString(`${type} / ${id}`)}>
        <span className="text-ink-2">
          <VisibleText text={type} />
          <span className="px-1.5 text-ink-3">/</span>
        </span>
        <b className="font-medium font-mono">{id === '' ? '(empty id)' : <VisibleText text={id} />}</b>
      </h1>
      <span className="shrink-0 whitespace-nowrap text-ink-3">
        {events.toLocaleString('en')} {events === 1 ? 'event' : 'events'}
      </span>
    </div>
  );
}
