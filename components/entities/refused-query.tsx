import { Link } from '#components/ui/link';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { Problem, QueryProblem } from '#core';
import type { EntitiesView } from '#wire';
import { entitiesHref } from './entities-href.ts';
import { REFUSAL_ID } from './entity-query.tsx';

/** Why the query cannot be answered: in words, at its place where it has one, and put right where that is evident. */
export function RefusedQuery({ view, problem }: { view: EntitiesView; problem: Problem | QueryProblem }) {
  const placed = 'at' in problem ? problem : null;
  return (
    <section
      id={REFUSAL_ID}
      aria-label="Why nothing is listed"
      className="flex flex-col gap-2 rounded-md border border-rem bg-rem-bg px-4 py-3"
    >
      <p role="alert" className="text-rem [overflow-wrap:anywhere]">
        <VisibleText text={problem.message} /> ({problem.code})
      </p>
      {placed === null ? null : (
        <p className="font-mono text-sm [overflow-wrap:anywhere]">
          <VisibleText text={view.query.slice(0, placed.at)} />
          <mark className="bg-rem text-rem-bg">
            {placed.end > placed.at ? <VisibleText text={view.query.slice(placed.at, placed.end)} /> : '‸'}
          </mark>
          <VisibleText text={view.query.slice(placed.end)} />
        </p>
      )}
      {placed?.suggestion == null ? null : (
        <p>
          Did you mean{' '}
          <Link
            href={entitiesHref(view, { query: placed.suggestion })}
            className="font-mono text-sm underline underline-offset-2 [overflow-wrap:anywhere]"
          >
            {visibleString(placed.suggestion)}
          </Link>
          ?
        </p>
      )}
    </section>
  );
}
