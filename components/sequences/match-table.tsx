import { alongToEvent, entityHref } from '#client/entity-href';
import { eventsHref } from '#client/overview/events-href';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type Axis, durationWords, termText } from '#core';
import {
  actorPath,
  type SequenceEventAnswer,
  type SequenceMatchAnswer,
  type SequencesAnswer,
  type SequenceView,
} from '#wire';

const HEAD = 'px-2 py-2 text-left align-bottom font-normal first:pl-4 last:pr-4';
const CELL = 'px-2 py-2 align-top first:pl-4 last:pr-4';

/** One line for each start that is listed: whose it is, and when every step happened. */
export function MatchTable({ view, answer }: { view: SequenceView; answer: SequencesAnswer }) {
  const { stages, matches, by } = answer;
  const reached = stages.slice(0, view.reached ?? stages.length);
  const taking = reached.flatMap(({ kind, text }, stage) => (kind === 'event' ? [{ text, stage }] : []));
  // Of one moment alone there is no time to tell.
  const isTimed = matches.some(({ took }) => took !== '0');
  return (
    <div className="overflow-x-auto border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <table aria-label="When every step happened" className="w-full">
        <thead>
          <tr className="border-line border-b text-ink-3 text-sm">
            <th scope="col" className={HEAD}>
              {WHOSE[by]}
            </th>
            {taking.map(({ text, stage }) => (
              <th scope="col" key={stage} className={`${HEAD} font-mono [overflow-wrap:anywhere]`}>
                {stage + 1} <VisibleText text={text} />
              </th>
            ))}
            {isTimed ? (
              <th scope="col" className={`${HEAD} text-right`}>
                Took
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.start.position} className="border-line border-b last:border-b-0">
              <th
                scope="row"
                className={`${CELL} min-w-36 max-w-64 text-left font-normal [overflow-wrap:anywhere]`}
              >
                <Whose view={view} answer={answer} start={match.start} />
              </th>
              {taking.map(({ stage }) => (
                <td key={stage} className={`${CELL} min-w-44`}>
                  <Step {...{ view, answer, match, stage }} />
                </td>
              ))}
              {isTimed ? (
                <td className={`${CELL} whitespace-nowrap text-right tabular-nums`}>
                  {durationWords(BigInt(match.took))}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const WHOSE: Readonly<Record<SequencesAnswer['by'], string>> = {
  entity: 'Entity',
  actor: 'Actor',
  correlation: 'Conversation',
};

function Whose({
  view,
  answer: { by, axis },
  start,
}: {
  view: SequenceView;
  answer: SequencesAnswer;
  start: SequenceEventAnswer;
}) {
  const { namespace, time } = view;
  if (by === 'entity')
    return (
      <Link href={momentHref(view, axis, start)} className={LINK}>
        <VisibleText text={start.entityType} /> <VisibleId id={start.entityId} />
      </Link>
    );
  const name = (by === 'actor' ? start.actor : start.correlationId) ?? '';
  const [href, title] =
    by === 'actor'
      ? [actorPath(name, { namespace, ...time }), 'All that this actor did']
      : [eventsHref({ namespace, time }, conversationQuery(name)), 'All events of this conversation'];
  return (
    <Link href={href} title={title} className={LINK}>
      <VisibleId id={name} />
    </Link>
  );
}

const conversationQuery = (id: string): string =>
  termText({ kind: 'name', field: 'correlation', pattern: { pieces: [id] } });

function Step({
  view,
  answer,
  match,
  stage,
}: {
  view: SequenceView;
  answer: SequencesAnswer;
  match: SequenceMatchAnswer;
  stage: number;
}) {
  const event = match.events[stage] ?? null;
  if (event === null) return null;
  const isStart = stage === 0;
  if (event.first === null)
    return <Moment {...{ view, answer, event }} since={isStart ? null : event.since} />;
  const times = answer.stages[stage]?.times.toLocaleString('en');
  return (
    <ol className="flex flex-col gap-1.5">
      <li>
        <span className="block text-ink-3 text-sm">First of {times}</span>
        <Moment {...{ view, answer }} event={event.first} since={isStart ? null : event.first.since} />
      </li>
      <li>
        <span className="block text-ink-3 text-sm">Last of {times}</span>
        <Moment {...{ view, answer, event }} since={event.since} />
      </li>
    </ol>
  );
}

function Moment({
  view,
  answer,
  event,
  since,
}: {
  view: SequenceView;
  answer: SequencesAnswer;
  event: SequenceEventAnswer;
  /** Microseconds after the event before it; null: there is none. */
  since: string | null;
}) {
  const entity = `${event.entityType} ${event.entityId}`;
  return (
    <>
      <Link
        href={momentHref(view, answer.axis, event)}
        title={visibleString(`${event.type}: event ${event.version} of ${entity}`)}
        className={`${LINK} inline-block min-h-6`}
      >
        <Instant micros={microsOf(answer.axis === 'recorded' ? event.recordedAt : event.occurredAt)} />
      </Link>
      {since === null ? null : (
        <span className="block text-ink-3 text-sm tabular-nums">+ {durationWords(BigInt(since))}</span>
      )}
      {answer.by === 'entity' ? null : (
        <span className="block text-ink-2 text-sm [overflow-wrap:anywhere]">
          <VisibleId id={entity} />
        </span>
      )}
    </>
  );
}

const LINK = 'underline decoration-line-2 underline-offset-4 hover:decoration-ink';

/** The page of the entity as it was right after the event, as things happened where the sequence goes by that, or the reader does. */
function momentHref({ namespace, time }: SequenceView, own: Axis, event: SequenceEventAnswer): string {
  const { entityType: type, entityId: id, version } = event;
  const along = alongToEvent(own === 'occurred' ? { ...time, axis: own } : time);
  return entityHref({ namespace, type, id }, { at: String(version), ...along });
}
