import { actorEventsHref } from '#client/actor-href';
import { AXIS_WORDS } from '#client/app-time-words';
import { microsOf } from '#client/search/micros-of';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import type { ActorAnswer, ActorView } from '#wire';

const count = (value: number): string => value.toLocaleString('en');

/** How much the actor did and between when, how far what is said reaches, and the way to every event. */
export function ActorLead({ view, answer }: { view: ActorView; answer: ActorAnswer }) {
  const { actor, events, first, last, counted, ofChanges, searchedTo, changedTo, head } = answer;
  const reached = BigInt(searchedTo) < BigInt(changedTo) ? searchedTo : changedTo;
  return (
    <>
      {view.asOf === null ? 'All that this actor did' : 'All that this actor had done by then'}:{' '}
      <b className="font-semibold text-ink">
        {count(events)} {events === 1 ? 'event' : 'events'}
      </b>
      {first === null || last === null ? null : (
        <>
          , the first <Instant micros={microsOf(first)} />, the last <Instant micros={microsOf(last)} />,{' '}
          {AXIS_WORDS[view.axis]}
        </>
      )}
      .{' '}
      {counted < events ? (
        <strong className="font-medium text-ink">
          What is counted below is said of the newest {count(counted)}; fields, of the newest{' '}
          {count(ofChanges)}.{' '}
        </strong>
      ) : ofChanges < events ? (
        <strong className="font-medium text-ink">
          Fields are said of the newest {count(ofChanges)} events.{' '}
        </strong>
      ) : null}
      {BigInt(reached) < BigInt(head) ? (
        <strong className="font-medium text-ink">
          As far as event @{BigInt(reached).toLocaleString('en')} of @{BigInt(head).toLocaleString('en')}.{' '}
        </strong>
      ) : null}
      <Link
        href={actorEventsHref(actor, view)}
        className="inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 hover:decoration-current"
      >
        Look through all of them
      </Link>
    </>
  );
}
