import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { overTime } from '#client/catalogue/over-time';
import { typeHref, typesHref } from '#client/catalogue-href';
import { CLOCKS_ALONE } from '#client/clocks-alone';
import { countedTime } from '#client/overview/counted-time';
import { prettyJson } from '#client/pretty-json';
import { shownName } from '#client/shown-blanks';
import { AppHeader } from '#components/shell/app-header';
import { TimeSign } from '#components/shell/time-sign';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage } from '#components/ui/document-page';
import { EmptyState } from '#components/ui/empty-state';
import { GivenUp } from '#components/ui/given-up';
import { InZone } from '#components/ui/in-zone';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { termText } from '#core';
import {
  type App,
  listNamespaces,
  readEventPage,
  readEventType,
  readLabels,
  serverApp,
  summariseEvents,
  type Viewer,
} from '#server';
import { decodeId, type EventTypeDetailAnswer, parseTypeView, type TypeView } from '#wire';
import { AddressNotices } from '../../address-notices.tsx';
import { headerTime } from '../../app-time.ts';
import { type PageSearch, searchParamsOf } from '../../search-params.ts';
import type { StoredPayload } from './newest-payload.tsx';
import { TypeSections } from './type-sections.tsx';

interface TypePageProps {
  readonly params: Promise<{ readonly type: string }>;
  readonly searchParams: Promise<PageSearch>;
}

export async function generateMetadata({ params }: TypePageProps): Promise<Metadata> {
  const { type } = await params;
  return { title: `${visibleString(decodeId(type) ?? type)}, event type` };
}

/** One type of event: when, what its payloads look like, when that changed, and what stands around it. */
export default async function TypePage({ params, searchParams }: TypePageProps) {
  const segment = (await params).type;
  const type = decodeId(segment);
  if (type === null) notFound();
  const search = searchParamsOf(await searchParams);
  const page = await headerTime(`/types/${segment}`, search);
  const { view: written, ignored } = parseTypeView(search);
  const view = { ...written, time: page.time };
  const { namespace, time } = view;
  const { viewer, app } = await serverApp();
  const [found, chart, namespaces] = await Promise.all([
    readShown(viewer, app, type, view),
    chartOf(viewer, app, type, view),
    listNamespaces(viewer, app),
  ]);
  const payload =
    found.ok && found.value !== null ? await newestPayload(viewer, app, namespace, found.value) : null;
  return (
    <InZone written={time.zone}>
      <AppHeader namespace={namespace} namespaces={namespaces} section="types" time={page} />
      <TimeSign page={page} obeyed={countedTime(time).asOf !== null} instead={CLOCKS_ALONE} />
      <AddressNotices ignored={ignored} />
      {found.ok && found.value !== null ? (
        <TypeSections
          view={view}
          type={found.value}
          chart={chart}
          query={queryOf(type)}
          payload={payload}
          labels={readLabels(viewer, app, namespace, '').events}
        />
      ) : !found.ok ? (
        <DocumentPage title={visibleString(shownName(type))} wide>
          <GivenUp
            problem={found.error}
            ways={[
              { words: 'Try again', href: typeHref(type, view) },
              { words: 'All event types', href: typesHref({ namespace, time, text: '', sort: 'events' }) },
            ]}
          />
        </DocumentPage>
      ) : (
        <DocumentPage title={visibleString(shownName(type))} wide>
          <EmptyState title={noneTitle(view)}>
            <p>
              In the namespace <VisibleText text={namespace} /> no event that is counted is called so
              {countedTime(time).asOf === null ? '' : ', up to the moment that the app stands at'}. Capitals
              count, and the catalogue follows the log in a moment.
            </p>
            <ButtonLink href={typesHref({ namespace, time, text: '', sort: 'events' })}>
              To all event types
            </ButtonLink>
          </EmptyState>
        </DocumentPage>
      )}
    </InZone>
  );
}

const noneTitle = ({ time }: TypeView): string =>
  countedTime(time).asOf === null ? 'No event has this type' : 'No event of this type had come by then';

/** A schema version that no event has is left aside: the page says which one it shows. */
async function readShown(
  viewer: Viewer,
  app: App,
  type: string,
  { namespace, schemaVersion, time }: TypeView,
) {
  const asked = { namespace, type, axis: time.axis, asOf: countedTime(time).asOf ?? 'latest' };
  const found = await readEventType(viewer, app, { ...asked, schemaVersion });
  if (schemaVersion === null || !found.ok || found.value !== null) return found;
  return readEventType(viewer, app, { ...asked, schemaVersion: null });
}

/** No upcaster had a hand in it. */
async function newestPayload(
  viewer: Viewer,
  app: App,
  namespace: string,
  { mentioned, newest }: EventTypeDetailAnswer,
): Promise<StoredPayload | null> {
  const event = mentioned.find(({ position }) => position === newest);
  if (event === undefined) return null;
  const { entityType: type, entityId: id, version } = event;
  const read = await readEventPage(viewer, app, { namespace, type, id, from: version, to: version });
  const [stored] = read?.events ?? [];
  if (stored === undefined) return null;
  const sent = stored.payload.slice(0, MOST_SENT);
  return {
    text: stored.payloadFormat === 'json' ? prettyJson(sent) : sent,
    isCut: sent.length < stored.payload.length,
  };
}

/** Characters of a payload. */
const MOST_SENT = 20_000;

const MOST_BARS = 120;

/** null: none could be made in time; the page does not fail for want of a picture. */
async function chartOf(viewer: Viewer, app: App, type: string, { namespace, time }: TypeView) {
  const asOf = countedTime(time).asOf ?? 'latest';
  const asked = { namespace, text: queryOf(type), zone: 'UTC', axis: time.axis, asOf, asOfAxis: time.axis };
  const summary = await summariseEvents(viewer, app, asked);
  return summary.ok ? overTime(summary.value, MOST_BARS) : null;
}

const queryOf = (type: string): string =>
  termText({ kind: 'name', field: 'type', pattern: { pieces: [type] } });
