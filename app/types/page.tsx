import type { Metadata } from 'next';
import { sortedTypes } from '#client/catalogue/sorted-types';
import { typesHref } from '#client/catalogue-href';
import { CLOCKS_ALONE } from '#client/clocks-alone';
import { countedTime } from '#client/overview/counted-time';
import { microsOf } from '#client/search/micros-of';
import { CountedTo } from '#components/catalogue/counted-to';
import { NoEventYet } from '#components/catalogue/no-event-yet';
import { TypesForm } from '#components/catalogue/types-form';
import { TypesTable } from '#components/catalogue/types-table';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { DocumentPage } from '#components/ui/document-page';
import { EmptyState } from '#components/ui/empty-state';
import { GivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { Instant } from '#components/ui/instant';
import { listEventTypes, listNamespaces, readLabels, serverApp } from '#server';
import { type EventTypesAnswer, parseTypesView, type TypesView } from '#wire';
import { TYPES_LIMIT } from '#wire/api';
import { AddressNotices } from '../address-notices.tsx';
import { headerTime } from '../app-time.ts';
import { type PageSearch, searchParamsOf } from '../search-params.ts';

export const metadata: Metadata = { title: 'Event types' };

/** The catalogue of event types. */
export default async function TypesPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const search = searchParamsOf(await searchParams);
  const page = await headerTime('/types', search);
  const { view: written, ignored } = parseTypesView(search);
  const view = { ...written, time: page.time };
  const { namespace, time } = view;
  const asOf = countedTime(time).asOf ?? 'latest';
  const { viewer, app } = await serverApp();
  const [found, namespaces] = await Promise.all([
    listEventTypes(viewer, app, { namespace, asOf, axis: time.axis, limit: TYPES_LIMIT }),
    listNamespaces(viewer, app),
  ]);
  return (
    <InZone written={time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="types" time={page} />
      <TimeSign page={page} obeyed={asOf !== 'latest'} instead={CLOCKS_ALONE} />
      <AddressNotices ignored={ignored} />
      <DocumentPage
        title="Event types"
        wide
        lead={found.ok && found.value.all > 0 ? <Lead view={view} found={found.value} /> : undefined}
      >
        {found.ok ? (
          <Types view={view} found={found.value} labels={readLabels(viewer, app, namespace, '').events} />
        ) : (
          <GivenUp problem={found.error} ways={[{ words: 'Try again', href: typesHref(view) }]} />
        )}
      </DocumentPage>
    </InZone>
  );
}

function Lead({ view, found }: { view: TypesView; found: EventTypesAnswer }) {
  const { types, all } = found;
  return (
    <>
      {all.toLocaleString('en')} {all === 1 ? 'type' : 'types'} of events
      {types.length < all
        ? `, of which the ${types.length.toLocaleString('en')} with most events are here`
        : ''}
      ; first, last and the pictures by when they{' '}
      {view.time.axis === 'recorded' ? 'were recorded' : 'happened'}.
      <CountedTo {...found} />
    </>
  );
}

function Types({
  view,
  found,
  labels,
}: {
  view: TypesView;
  found: EventTypesAnswer;
  labels: ReturnType<typeof readLabels>['events'];
}) {
  const shown = sortedTypes(found.types, view);
  const all = found.types.reduce((sum, { events }) => sum + events, 0);
  if (found.types.length === 0)
    return (
      <NoEventYet view={view} nowHref={typesHref({ ...view, time: { ...view.time, asOf: null } })}>
        This namespace has no event that is counted. After an import the catalogue follows in a moment.
      </NoEventYet>
    );
  return (
    <div className="flex flex-col gap-4">
      <TypesForm view={view} />
      {shown.length === 0 ? (
        <EmptyState title="No event type has this in its name">
          <p>Nor has one of the entity types that they belong to.</p>
        </EmptyState>
      ) : (
        <TypesTable view={view} types={shown} all={all} labels={labels} />
      )}
      {shown.length === 0 || found.from === null || found.to === null ? null : (
        <p className="text-ink-3 max-lg:hidden">
          Each picture goes from <Instant micros={microsOf(found.from)} /> to{' '}
          <Instant micros={microsOf(found.to)} />, and is as high as its own busiest part.
        </p>
      )}
      {shown.length === 0 || shown.length === found.types.length ? null : (
        <p className="text-ink-3">
          {shown.length.toLocaleString('en')} of {found.types.length.toLocaleString('en')} types; the others
          are hidden by the filter. Shares are of all {all.toLocaleString('en')} events.
        </p>
      )}
    </div>
  );
}
