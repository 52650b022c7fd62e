'use client';

import { alongToEvent, entityHref } from '#client/entity-href';
import { changedLine, noLineWords } from '#client/search/changed-line';
import { microsOf } from '#client/search/micros-of';
import { eventTitle, type Wording } from '#client/wording/wording';
import { ButtonLink } from '#components/ui/button';
import { PageSection } from '#components/ui/document-page';
import { Instant } from '#components/ui/instant';
import { JsonText } from '#components/ui/json-text';
import { Link } from '#components/ui/link';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type ActorView, actorPath, type FoundEventAnswer } from '#wire';

/** What the actor did last, each a link to that moment of its entity; what was before, page by page. */
export function ActorEvents({
  actor,
  view,
  events,
  next,
  wordingOf,
}: {
  actor: string;
  view: ActorView;
  events: readonly FoundEventAnswer[];
  /** The place behind which the list goes on; null: that was all. */
  next: string | null;
  wordingOf(entityType: string): Wording;
}) {
  const isFirst = view.after === null;
  return (
    <PageSection
      id="events"
      title={isFirst ? 'Newest events' : 'Earlier events'}
      aside={
        <span className="text-ink-3">
          {view.axis === 'recorded' ? 'by when they were recorded' : 'by when they happened'}, the newest
          first
        </span>
      }
    >
      <ol
        aria-label="Events of the actor"
        className="divide-y divide-line border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border"
      >
        {events.map((event) => (
          <li key={event.position}>
            <EventLine view={view} event={event} wording={wordingOf(event.entityType)} />
          </li>
        ))}
      </ol>
      <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
        <p className="flex-1 text-ink-3">
          {events.length.toLocaleString('en')} {events.length === 1 ? 'event' : 'events'} on this page
          {next === null ? '; there is none before' : ''}.
        </p>
        {isFirst ? null : (
          <ButtonLink href={`${actorPath(actor, { ...view, after: null })}#events`}>Newest</ButtonLink>
        )}
        {next === null ? null : (
          <ButtonLink rel="next" href={`${actorPath(actor, { ...view, after: next })}#events`}>
            Earlier events
          </ButtonLink>
        )}
      </nav>
    </PageSection>
  );
}

function EventLine({
  view: { namespace, axis, zone },
  event,
  wording,
}: {
  view: ActorView;
  event: FoundEventAnswer;
  wording: Wording;
}) {
  const { entityType, entityId, version, type } = event;
  const at = axis === 'recorded' ? event.recordedAt : event.occurredAt;
  return (
    <Link
      href={entityHref(
        { namespace, type: entityType, id: entityId },
        { at: String(version), ...alongToEvent({ axis, zone }) },
      )}
      className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-4 px-4 py-1.5 -outline-offset-2 hover:bg-sunken md:grid-cols-[230px_minmax(0,3fr)_minmax(0,3fr)_minmax(0,4fr)] lg:grid-cols-[260px_minmax(0,3fr)_minmax(0,3fr)_minmax(0,4fr)]"
    >
      <span className="text-ink-3">
        <Instant micros={microsOf(at)} />
      </span>
      <span
        className="min-w-0 font-medium [overflow-wrap:anywhere]"
        title={visibleString(eventTitle(wording, type))}
      >
        <VisibleText text={wording.eventOf(type)} />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="text-ink-2">
          <VisibleText text={wording.typeOf(entityType)} />
        </span>{' '}
        <span className="font-mono text-sm">
          <VisibleId id={entityId} />
        </span>{' '}
        <span className="font-mono text-ink-3 text-sm">#{version.toLocaleString('en')}</span>
      </span>
      <ChangeWords event={event} wording={wording} />
    </Link>
  );
}

function ChangeWords({ event, wording }: { event: FoundEventAnswer; wording: Wording }) {
  const line = changedLine(event, wording, []);
  if (line === null) return <span className="text-ink-3">{noLineWords(event)}</span>;
  return (
    <span className="min-w-0 text-ink-2 md:truncate">
      <VisibleText text={line.name} />{' '}
      {line.value === null ? (
        'is gone'
      ) : (
        <>
          <span aria-hidden className="text-ink-3">
            →
          </span>
          <span className="sr-only">is now</span> <JsonText text={line.value} className="font-mono text-sm" />
        </>
      )}
      {line.more === 0 ? null : <span className="text-ink-3">, {line.more.toLocaleString('en')} more</span>}
    </span>
  );
}
