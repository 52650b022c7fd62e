import type { OverTime } from '#client/catalogue/over-time';
import { pageHref } from '#client/entity-href';
import { microsOf } from '#client/search/micros-of';
import { shownName } from '#client/shown-blanks';
import { CountedTo } from '#components/catalogue/counted-to';
import { DriftList } from '#components/catalogue/drift-list';
import { type EventLabels, EventTypeName } from '#components/catalogue/event-type-name';
import { Neighbours } from '#components/catalogue/neighbours';
import { OverTimeChart } from '#components/catalogue/over-time-chart';
import { PlacedLink } from '#components/catalogue/placed-link';
import { ShapeTable } from '#components/catalogue/shape-table';
import { VersionSwitch } from '#components/catalogue/version-switch';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage, PageSection } from '#components/ui/document-page';
import { Instant } from '#components/ui/instant';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { SHAPE_LIMITS } from '#core';
import { appTimeParams, type EventTypeDetailAnswer, type TypeView } from '#wire';
import { NewestPayload, type StoredPayload } from './newest-payload.tsx';

/** The parts of the page of one event type. `query` finds its events. */
export function TypeSections({
  view,
  type,
  chart,
  query,
  payload,
  labels,
}: {
  view: TypeView;
  type: EventTypeDetailAnswer;
  chart: OverTime | null;
  query: string;
  /** Of the newest event; null: it could not be read. */
  payload: StoredPayload | null;
  labels: EventLabels;
}) {
  const { namespace, time } = view;
  const places = new Map(type.mentioned.map((event) => [event.position, event]));
  return (
    <DocumentPage
      title={visibleString(shownName(type.type))}
      lead={<Lead view={view} type={type} labels={labels} />}
      wide
    >
      {chart === null ? null : (
        <PageSection
          id="when"
          title="Over time"
          aside={
            <span className="text-ink-3">
              by when they {time.axis === 'recorded' ? 'were recorded' : 'happened'}, in UTC hours and days
            </span>
          }
        >
          <OverTimeChart drawn={chart} />
        </PageSection>
      )}
      <PageSection id="payload" title="Payload" aside={<VersionSwitch view={view} type={type} />}>
        <p className="mb-2 text-ink-2">
          <ShapeWords type={type} />
        </p>
        <ShapeTable fields={type.fields} drift={type.drift} places={places} axis={time.axis} />
      </PageSection>
      <PageSection
        id="changes"
        title="Changes of the payload"
        aside={<span className="text-ink-3">in the order of the log</span>}
      >
        <DriftList {...{ namespace, places, time }} drift={type.drift} versions={type.versions} />
      </PageSection>
      <PageSection
        id="around"
        title="Before and after"
        aside={
          <span className="text-ink-3">in the streams of its entities; with the typical time between</span>
        }
      >
        <div className="grid gap-6 md:grid-cols-2">
          <Neighbours
            {...{ view, labels }}
            title="What came right before"
            end="Nothing: it began the stream"
            events={type.precedes}
            all={type.events}
          />
          <Neighbours
            {...{ view, labels }}
            title="What came right after"
            end="Nothing so far"
            events={type.follows}
            all={type.events}
          />
        </div>
      </PageSection>
      <PageSection id="example" title="An example">
        <Example {...{ view, payload, query }} event={places.get(type.newest)} />
      </PageSection>
    </DocumentPage>
  );
}

function Lead({ view, type, labels }: { view: TypeView; type: EventTypeDetailAnswer; labels: EventLabels }) {
  const isRecorded = view.time.axis === 'recorded';
  return (
    <>
      <EventTypeLabel type={type.type} labels={labels} />
      <b className="font-semibold text-ink">{type.events.toLocaleString('en')}</b>{' '}
      {type.events === 1 ? 'event' : 'events'} of{' '}
      <VisibleText text={type.entityTypes.map(({ entityType }) => entityType).join(', ')} />;{' '}
      {isRecorded ? 'recorded' : 'happened'} first{' '}
      <Instant micros={microsOf(isRecorded ? type.firstRecorded : type.firstOccurred)} />, last{' '}
      <Instant micros={microsOf(isRecorded ? type.lastRecorded : type.lastOccurred)} />.
      <CountedTo {...type} />
    </>
  );
}

/** What the configuration calls it, for those who read words. */
function EventTypeLabel({ type, labels }: { type: string; labels: EventLabels }) {
  if (!labels.some(([name]) => name === type)) return null;
  return (
    <>
      <EventTypeName type={type} labels={labels} />:{' '}
    </>
  );
}

function ShapeWords({ type }: { type: EventTypeDetailAnswer }) {
  const { versions, shown, dropped, upcasters } = type;
  const version = versions.find(({ schemaVersion }) => schemaVersion === shown);
  const seen = (version?.looked ?? 0) - (version?.opaque ?? 0);
  const unread = (version?.events ?? 0) - (version?.looked ?? 0);
  return (
    <>
      As {seen.toLocaleString('en')} {seen === 1 ? 'payload' : 'payloads'} of schema version {shown}{' '}
      {seen === 1 ? 'was' : 'were'} stored
      {upcasters.length === 0
        ? '; no upcaster reads them'
        : `; upcasters read version ${upcasters.join(', ')}`}
      .
      {version === undefined || version.opaque === 0
        ? ''
        : ` ${version.opaque.toLocaleString('en')} more are no JSON, and nothing is known of their inside.`}
      {unread === 0
        ? ''
        : ` They are the first in the log; ${unread.toLocaleString('en')} that stand after them are not looked at, since they were recorded too far out of order.`}
      {dropped === 0
        ? ''
        : ` Only ${SHAPE_LIMITS.places.toLocaleString('en')} places are kept: ${dropped.toLocaleString('en')} values at others are not shown.`}
    </>
  );
}

function Example({
  view: { namespace, time },
  event,
  payload,
  query,
}: {
  view: TypeView;
  event: EventTypeDetailAnswer['mentioned'][number] | undefined;
  payload: StoredPayload | null;
  query: string;
}) {
  return (
    <div className="flex flex-col gap-3">
      {event === undefined ? null : (
        <p>
          The newest: <PlacedLink namespace={namespace} time={time} event={event} />{' '}
          {event.actor === null ? null : (
            <>
              by <VisibleText text={event.actor} />{' '}
            </>
          )}
          <span className="text-ink-3">
            <Instant micros={microsOf(time.axis === 'recorded' ? event.recordedAt : event.occurredAt)} />
          </span>
        </p>
      )}
      {payload === null ? null : <NewestPayload payload={payload} />}
      <p>
        <ButtonLink href={pageHref('/events', namespace, { q: query, ...appTimeParams(time) })}>
          Find all of them
        </ButtonLink>
      </p>
    </div>
  );
}
