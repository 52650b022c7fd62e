import { X } from 'lucide-react';
import { modelHref } from '#client/catalogue-href';
import { microsOf } from '#client/search/micros-of';
import { ButtonLink } from '#components/ui/button';
import { Instant } from '#components/ui/instant';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import { durationWords } from '#core';
import type { FollowExamplesAnswer, ModelView, PickedStep } from '#wire';
import { type NameOf, stepWords } from './model-words.ts';
import { PlacedLink } from './placed-link.tsx';

/** Where the picked step happened, each a link to that exact moment. */
export function StepExamples({
  view,
  picked,
  examples,
  problem,
  nameOf,
}: {
  view: ModelView;
  picked: PickedStep;
  /** null: they could not be read, and why is the problem. */
  examples: FollowExamplesAnswer | null;
  problem: string | null;
  nameOf: NameOf;
}) {
  const isFirst = view.after === null;
  return (
    <section aria-labelledby="examples" className="border-line border-y bg-surface sm:rounded-md sm:border">
      <div className="flex items-start gap-2 border-line border-b py-1.5 pr-1.5 pl-4">
        <h2 id="examples" className="min-w-0 flex-1 scroll-mt-4 font-medium [overflow-wrap:anywhere]">
          <VisibleText
            text={
              'event' in picked
                ? nameOf(picked.event)
                : stepWords({ before: picked.before, after: picked.behind }, nameOf)
            }
          />
        </h2>
        <Link
          href={modelHref({ ...view, picked: null, after: null })}
          scroll={false}
          aria-label="Close the examples"
          title="Close the examples"
          className="flex size-6 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden size={14} />
        </Link>
      </div>
      {examples === null || examples.events.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">
          {problem ?? 'No stream has this step among its searchable events.'}
        </p>
      ) : (
        <ol className="divide-y divide-line">
          {examples.events.map((event) => (
            <li
              key={event.position}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-1"
            >
              <PlacedLink namespace={view.namespace} time={view.time} event={event} />
              <span className="row-start-2 text-ink-3">
                <Instant
                  micros={microsOf(view.time.axis === 'recorded' ? event.recordedAt : event.occurredAt)}
                />
              </span>
              {event.gap === null || 'event' in picked || picked.behind === null ? null : (
                <span className="whitespace-nowrap text-ink-2 text-sm">{gapWords(event.gap)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      <nav
        aria-label="Examples"
        className="flex flex-wrap items-center gap-2 border-line border-t px-4 py-1.5"
      >
        <p className="flex-1 text-ink-3 text-sm">The newest recorded first.</p>
        {isFirst ? null : (
          <ButtonLink scroll={false} href={modelHref({ ...view, after: null })}>
            Newest
          </ButtonLink>
        )}
        {examples === null || examples.next === null ? null : (
          <ButtonLink rel="next" scroll={false} href={modelHref({ ...view, after: examples.next })}>
            Older
          </ButtonLink>
        )}
      </nav>
    </section>
  );
}

function gapWords(micros: number): string {
  const words = durationWords(BigInt(Math.abs(micros)));
  return micros < 0 ? `${words} back` : `after ${words}`;
}
