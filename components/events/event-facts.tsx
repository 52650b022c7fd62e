import type { ReactNode } from 'react';
import { gapText } from '#client/instant-text';
import { shownBlanks } from '#client/shown-blanks';
import { useWording } from '#client/wording/use-wording';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import { EVENT_FLAGS, type EventHeader } from '#core';
import { type AppTime, actorPath, type EventDetail } from '#wire';

const IMPORT_TIME = 'import time, the source gave none';
const RECORDED_STANDS_IN = 'not given by the source; the recorded time stands in';

/** When, who and where from. What the header knows is there at once; the rest keeps its place until it has come. */
export function EventFacts({
  namespace,
  time,
  event,
  detail,
}: {
  namespace: string;
  /** Where the app stands. */
  time: AppTime;
  event: EventHeader;
  detail: EventDetail | null;
}) {
  const { eventOf } = useWording();
  // The distance between two times says something only where the source gave both.
  const occurredIsOurs = (event.flags & EVENT_FLAGS.occurredIsOurs) !== 0;
  const recordedIsOurs = (event.flags & EVENT_FLAGS.recordedIsOurs) !== 0;
  return (
    <dl className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-2 gap-y-1.5 px-4 pb-4">
      {eventOf(event.type) === event.type ? null : (
        <Fact term="Type">
          <Mono text={event.type} />
        </Fact>
      )}
      <Fact term="Occurred">
        <Instant micros={event.occurredAt} />
        <Note>{occurredIsOurs ? (recordedIsOurs ? IMPORT_TIME : RECORDED_STANDS_IN) : null}</Note>
        <SourceText text={detail?.occurredText ?? null} />
      </Fact>
      <Fact term="Recorded">
        <Instant micros={event.recordedAt} />{' '}
        {occurredIsOurs || recordedIsOurs ? null : (
          <span className="block text-ink-3 text-sm">{gapWords(event.occurredAt, event.recordedAt)}</span>
        )}
        <Note>{recordedIsOurs ? IMPORT_TIME : null}</Note>
        <SourceText text={detail?.recordedText ?? null} />
      </Fact>
      <Fact term="Ingested">
        {detail === null ? <Waiting /> : <Instant micros={BigInt(detail.ingestedAt)} />}
      </Fact>
      <Fact term="Actor">
        {event.actor === null ? (
          <span className="text-ink-3">not given</span>
        ) : (
          <Link
            href={actorPath(event.actor, { namespace, ...time })}
            title="All that this actor did"
            className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
          >
            <VisibleText text={shownBlanks(event.actor)} />
          </Link>
        )}
      </Fact>
      <Fact term="Position">
        <Mono text={`@${event.position}`} />
      </Fact>
      <Fact term="Source">
        {detail === null ? <Waiting /> : <Mono text={detail.source} />}
        {detail?.sourceRef ? <Mono text={detail.sourceRef} quiet /> : null}
      </Fact>
      <Optional term="Source place" text={detail?.sourcePosition} />
      <Optional term="Source version" text={detail?.sourceVersion} />
      <Optional term="Correlation" text={detail?.correlationId} />
      <Fact term="Event id">{detail === null ? <Waiting /> : <Mono text={detail.eventId} />}</Fact>
      {event.schemaVersion === 1 ? null : <Fact term="Schema">version {event.schemaVersion}</Fact>}
    </dl>
  );
}

/** `2.4 s after it occurred`; a clock that was wrong is said as plainly. */
function gapWords(occurred: bigint, recorded: bigint): string {
  if (occurred === recorded) return 'at the moment it occurred';
  const gap = gapText(occurred, recorded).slice(1);
  return recorded > occurred ? `${gap} after it occurred` : `${gap} before it occurred, as the source says`;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function Optional({ term, text }: { term: string; text: string | null | undefined }) {
  if (text === null || text === undefined) return null;
  return (
    <Fact term={term}>
      <Mono text={text} />
    </Fact>
  );
}

function Mono({ text, quiet = false }: { text: string; quiet?: boolean }) {
  return (
    <span className={`font-mono text-sm ${quiet ? 'block text-ink-3' : ''}`}>
      <VisibleText text={text} />
    </span>
  );
}

/** The time as the source wrote it, where its own writing says more (its offset, its nanoseconds). */
function SourceText({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <span className="block font-mono text-ink-3 text-sm" title="As the source wrote it">
      <VisibleText text={text} />
    </span>
  );
}

function Note({ children }: { children: ReactNode }) {
  return children === null ? null : <span className="block text-ink-3 text-sm">{children}</span>;
}

function Waiting() {
  return <span className="inline-block h-3 w-24 rounded-sm bg-sunken" />;
}
