import { GivenUp } from '#components/ui/given-up';
import type { Problem } from '#core';
import type { EntitiesView } from '#wire';
import { entitiesHref } from './entities-href.ts';

const SHOWN_TYPES = 4;

/** The list took too long: the entities of one type, or all without the query. */
export function GivenUpList({
  view,
  types,
  problem,
}: {
  view: EntitiesView;
  types: readonly { readonly entityType: string }[];
  problem: Problem;
}) {
  const narrower = view.type === '' ? types.slice(0, SHOWN_TYPES) : [];
  const ways = [
    ...narrower.map(({ entityType }) => ({
      words: `Only ${entityType}`,
      href: entitiesHref(view, { type: entityType }),
    })),
    ...(view.query === '' ? [] : [{ words: 'Without the query', href: entitiesHref(view, { query: '' }) }]),
    { words: 'Try again', href: entitiesHref(view) },
  ];
  return <GivenUp problem={problem} ways={ways} />;
}
