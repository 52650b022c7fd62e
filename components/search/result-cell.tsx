import type { ReactNode } from 'react';
import { alongToEvent, entityHref } from '#client/entity-href';
import { changedLine, noLineWords } from '#client/search/changed-line';
import { microsOf } from '#client/search/micros-of';
import type { Wording } from '#client/wording/wording';
import { eventTitle } from '#client/wording/wording';
import { JsonText } from '#components/ui/json-text';
import { RowLink } from '#components/ui/row-link';
import { ShortInstant } from '#components/ui/short-instant';
import { Tag } from '#components/ui/tag';
import { visible, visibleString } from '#components/ui/visible-text';
import type { PathPattern } from '#core';
import { type AppTime, actorPath, type FoundEventAnswer, type ResultColumn } from '#wire';
import { resultMarks } from './result-marks.ts';

export interface CellPlace {
  readonly namespace: string;
  /** As the address has it, so that a link goes on in it. */
  readonly time: AppTime;
  readonly wording: Wording;
  /** Fields that the query speaks of. */
  readonly named: readonly PathPattern[];
}

/** The page of the entity, at this event. */
export const eventHref = (
  { entityType, entityId, version }: Pick<FoundEventAnswer, 'entityType' | 'entityId' | 'version'>,
  { namespace, time }: Pick<CellPlace, 'namespace' | 'time'>,
): string =>
  entityHref({ namespace, type: entityType, id: entityId }, { at: String(version), ...alongToEvent(time) });

/** One value of an event, as text and nothing else. No component: there are more of them than of anything else on the page. */
export function valueIn(column: ResultColumn, event: FoundEventAnswer, place: CellPlace): ReactNode {
  switch (column) {
    case 'recorded':
    case 'occurred':
      return <ShortInstant isOurs={event[`${column}IsOurs`]} micros={microsOf(event[`${column}At`])} />;
    case 'type':
      return (
        <span title={visibleString(eventTitle(place.wording, event.type))}>
          {visible(place.wording.eventOf(event.type))}
        </span>
      );
    case 'entity':
      return <EntityValue {...{ event, place }} />;
    case 'actor':
      return event.actor === null ? (
        <Nothing words="no actor" />
      ) : (
        <ActorValue actor={event.actor} place={place} />
      );
    case 'changes':
      return <ChangesValue {...{ event, place }} />;
    case 'source':
      return visible(event.source);
    case 'correlation':
      return event.correlationId === null ? <Nothing words="none" /> : <Mono text={event.correlationId} />;
    case 'version':
      return <Mono text={String(event.version)} />;
    case 'position':
      return <Mono text={`@${Number(event.position).toLocaleString('en')}`} />;
    default:
      return <MarksValue event={event} />;
  }
}

const Nothing = ({ words }: { words: string }) => <span className="text-ink-3">{words}</span>;
const Mono = ({ text }: { text: string }) => <span className="font-mono text-sm">{visible(text)}</span>;

function ActorValue({ actor, place: { namespace, time } }: { actor: string; place: CellPlace }) {
  return (
    <RowLink
      href={actorPath(actor, { namespace, ...time })}
      tabIndex={-1}
      title="All that this actor did"
      className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
    >
      {actor === '' ? '(empty name)' : visible(actor)}
    </RowLink>
  );
}

function EntityValue({ event, place }: { event: FoundEventAnswer; place: CellPlace }) {
  return (
    <RowLink
      href={eventHref(event, place)}
      // There are more of them than anybody goes to.
      tabIndex={-1}
      className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
    >
      <span className="text-ink-2">{visible(place.wording.typeOf(event.entityType))}</span>{' '}
      <span className="font-mono text-sm">
        {event.entityId === '' ? '(empty id)' : visible(event.entityId)}
      </span>
    </RowLink>
  );
}

function ChangesValue({ event, place: { wording, named } }: { event: FoundEventAnswer; place: CellPlace }) {
  const line = changedLine(event, wording, named);
  if (line === null) return <Nothing words={noLineWords(event)} />;
  return (
    <>
      {visible(line.name)}{' '}
      {line.value === null ? (
        <span className="text-ink-3">is gone</span>
      ) : (
        <>
          <span aria-hidden className="text-ink-3">
            →
          </span>
          <span className="sr-only">is now</span> <JsonText text={line.value} className="font-mono text-sm" />
        </>
      )}
      {line.more === 0 ? null : <span className="text-ink-3">, {line.more.toLocaleString('en')} more</span>}
    </>
  );
}

function MarksValue({ event }: { event: FoundEventAnswer }) {
  return resultMarks(event).map(({ what, text, explanation, tone }) => (
    <span key={what} className="mr-1 inline-flex">
      <Tag title={explanation} tone={tone}>
        {text}
      </Tag>
    </span>
  ));
}
