'use client';

import type { ReactNode } from 'react';
import { alongToEvent, type EntityName, entityHref } from '#client/entity-href';
import { countText } from '#client/playhead-words';
import { useRelatedEvents } from '#client/use-related-events';
import { useWording } from '#client/wording/use-wording';
import { eventTitle } from '#client/wording/wording';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { AppTime, RelatedEvent, RelatedList } from '#wire';

/** What caused this event, what it caused, and the conversation it is part of: each a link to that moment of that entity. */
export function RelatedEventsView({
  entity,
  version,
  time,
}: {
  entity: EntityName;
  version: number;
  time: AppTime;
}) {
  const { related, problem, showMore } = useRelatedEvents(entity, version);
  if (problem !== null) return <p className="px-4 pb-4 text-rem text-sm">{problem}</p>;
  if (related === null) return null;
  const { cause, causationId, caused, correlationId, conversation } = related;
  const isOwn = (event: RelatedEvent) =>
    event.version === version && event.entityType === entity.type && event.entityId === entity.id;
  return (
    <>
      {causationId === null ? null : (
        <Related title="Caused by" {...{ entity, time }} events={cause === null ? [] : [cause]}>
          {cause === null ? (
            <p className="text-ink-3 text-sm">
              <span className="font-mono">
                <VisibleText text={causationId} />
              </span>
              , which no event in this namespace is called.
            </p>
          ) : null}
        </Related>
      )}
      {caused.total === 0 ? null : (
        <Related title={titleOf('Caused these', caused)} {...{ entity, time }} events={caused.events}>
          <Rest list={caused} onMore={showMore} />
        </Related>
      )}
      {correlationId === null || conversation.total < 2 ? null : (
        <Related
          title={titleOf('Same conversation', conversation)}
          {...{ entity, time }}
          events={conversation.events}
          isOwn={isOwn}
        >
          <Rest list={conversation} onMore={showMore} />
        </Related>
      )}
    </>
  );
}

const titleOf = (words: string, { total, isMore }: RelatedList): string =>
  `${words}: ${isMore ? 'more than ' : ''}${countText(total)}`;

function Related({
  title,
  entity,
  time,
  events,
  isOwn = () => false,
  children,
}: {
  title: string;
  entity: EntityName;
  time: AppTime;
  events: readonly RelatedEvent[];
  isOwn?: (event: RelatedEvent) => boolean;
  children: ReactNode;
}) {
  const wording = useWording();
  return (
    <section aria-label={title} className="px-4 pb-4">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="flex flex-col">
        {events.map((event) => (
          <li key={event.position} className="flex min-h-7 items-baseline gap-2 [overflow-wrap:anywhere]">
            {isOwn(event) ? (
              <span className="font-medium" title={visibleString(eventTitle(wording, event.type))}>
                <VisibleText text={wording.eventOf(event.type)} />{' '}
                <span className="text-ink-3 text-sm">this event</span>
              </span>
            ) : (
              <Link
                href={entityHref(
                  { namespace: entity.namespace, type: event.entityType, id: event.entityId },
                  { at: String(event.version), ...alongToEvent(time) },
                )}
                title={visibleString(eventTitle(wording, event.type))}
                className="group min-w-0"
              >
                <span className="underline decoration-line-2 underline-offset-2 group-hover:decoration-current">
                  <VisibleText text={wording.eventOf(event.type)} />
                </span>{' '}
                <span className="font-mono text-ink-3 text-sm">
                  <VisibleText text={`${event.entityType}/${event.entityId} #${event.version}`} />
                </span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function Rest({
  list: { events, total, isMore },
  onMore,
}: {
  list: RelatedList;
  onMore: (() => void) | null;
}) {
  const rest = total - events.length;
  if (rest === 0) return null;
  return (
    <p className="flex items-center gap-2 text-ink-3 text-sm">
      The first {countText(events.length)}; {isMore ? 'more than ' : ''}
      {countText(rest)} more.
      {onMore === null ? null : (
        <Button look="outlined" onClick={onMore}>
          Show more
        </Button>
      )}
    </p>
  );
}
