import { GivenUp } from '#components/ui/given-up';
import type { Problem } from '#core';
import type { CompareView } from '#wire';
import { compareHref } from './compare-href.ts';
import type { QuickRange } from './quick-ranges.tsx';

/** Too many events lie between the two moments: ranges with less. The longest of them, which is everything, is none. */
export function GivenUpComparison({
  view,
  ranges,
  problem,
}: {
  view: CompareView;
  ranges: readonly QuickRange[];
  problem: Problem;
}) {
  const ways = ranges.slice(0, -1).map(({ words, from }) => ({
    words,
    href: compareHref(view, { from, to: view.asOf }),
  }));
  return <GivenUp problem={problem} ways={ways} />;
}
