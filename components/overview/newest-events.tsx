'use client';

import { useMemo } from 'react';
import { alongToEvent, entityHref } from '#client/entity-href';
import { type EntityLabels, NO_LABELS } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { eventTitle, type Wording, wordingOf } from '#client/wording/wording';
import { PageSection } from '#components/ui/document-page';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { EventHeader } from '#core';
import type { AppTime } from '#wire';

export type NewestEvent = Pick<EventHeader, 'position' | 'version' | 'type' | 'actor' | 'recordedAt'> & {
  readonly entityType: string;
  readonly entityId: string;
};

/** What came in last, or was the newest then, each a link to that exact moment of its entity. */
export function NewestEvents({
  namespace,
  events,
  labels,
  time,
}: {
  namespace: string;
  events: readonly NewestEvent[];
  /** By entity type. */
  labels: ReadonlyMap<string, EntityLabels>;
  /** At whose moment they are the newest, on its axis. */
  time: AppTime;
}) {
  const { face } = useFace();
  const wordings = useMemo(
    () => new Map([...labels].map(([type, own]) => [type, wordingOf(face, own)])),
    [face, labels],
  );
  const other = wordingOf(face, NO_LABELS);
  return (
    <PageSection
      id="newest"
      title="Newest events"
      aside={
        <span className="text-ink-3">
          the newest {events.length.toLocaleString('en')}, {orderOf(time)}, with their recorded times
        </span>
      }
    >
      <ol className="divide-y divide-line border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        {events.map((event) => (
          <li key={String(event.position)}>
            <EventLink
              namespace={namespace}
              event={event}
              time={time}
              wording={wordings.get(event.entityType) ?? other}
            />
          </li>
        ))}
      </ol>
    </PageSection>
  );
}

function orderOf({ asOf, axis }: AppTime): string {
  if (asOf === null) return 'by position in the log';
  return axis === 'recorded' ? 'by when they were recorded' : 'by when they happened';
}

function EventLink({
  namespace,
  event,
  time,
  wording,
}: {
  namespace: string;
  event: NewestEvent;
  time: AppTime;
  wording: Wording;
}) {
  return (
    <Link
      href={entityHref(
        { namespace, type: event.entityType, id: event.entityId },
        { at: String(event.version), ...alongToEvent(time) },
      )}
      className="grid grid-cols-[minmax(0,1fr)] items-baseline gap-x-4 px-4 py-1.5 -outline-offset-2 hover:bg-sunken sm:grid-cols-[72px_minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_220px] lg:grid-cols-[72px_minmax(0,3fr)_minmax(0,2fr)_minmax(0,2fr)_260px]"
    >
      <span className="text-ink-3 max-sm:hidden">
        <span className="font-mono text-sm">@{String(event.position)}</span>
      </span>
      <span className="min-w-0 truncate" title={visibleString(`${event.entityType} ${event.entityId}`)}>
        <span className="text-ink-2">
          <VisibleText text={wording.typeOf(event.entityType)} />
        </span>{' '}
        <span className="font-mono text-sm">
          {event.entityId === '' ? '(empty id)' : <VisibleText text={event.entityId} />}
        </span>{' '}
        <span className="font-mono text-ink-3 text-sm">#{event.version}</span>
      </span>
      <span className="min-w-0 truncate" title={visibleString(eventTitle(wording, event.type))}>
        <VisibleText text={wording.eventOf(event.type)} />
      </span>
      <span
        className="min-w-0 truncate text-ink-2 max-sm:hidden"
        title={event.actor === null ? undefined : visibleString(event.actor)}
      >
        {event.actor === null ? (
          <span className="text-ink-3">no actor</span>
        ) : (
          <VisibleText text={event.actor} />
        )}
      </span>
      <span className="text-ink-3 sm:text-right">
        <Instant micros={event.recordedAt} />
      </span>
    </Link>
  );
}
