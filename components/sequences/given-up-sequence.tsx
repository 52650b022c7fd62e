import { GivenUp, type WayOut } from '#components/ui/given-up';
import { type Problem, parseSequence, type QueryClock, sequenceText } from '#core';
import type { SequenceView } from '#wire';
import { sequenceExportHref, sequenceHref } from './sequence-href.ts';

const DAY = 86_400_000_000n;
const SPANS = [
  { words: 'Of the last week', micros: 7n * DAY },
  { words: 'Of the last month', micros: 30n * DAY },
] as const;

/** The sequence took too long: it can be asked of events of less time, where it says nothing of times, or for a file of all of it. */
export function GivenUpSequence({
  view,
  clock,
  problem,
}: {
  view: SequenceView;
  clock: QueryClock;
  problem: Problem;
}) {
  return <GivenUp problem={problem} ways={waysOut(view, clock)} />;
}

function waysOut(view: SequenceView, clock: QueryClock): readonly WayOut[] {
  const all = {
    words: 'All of it as a file (it may take ten minutes)',
    href: sequenceExportHref(view, 'ndjson'),
  };
  const read = parseSequence(view.text, clock);
  if (!read.ok || read.value.sequence.where.kind !== 'all') return [all];
  const { sequence } = read.value;
  const recent = SPANS.map(({ words, micros }) => {
    const where = { kind: 'time', axis: sequence.on, from: clock.now - micros, to: null } as const;
    return { words, href: sequenceHref(view, { text: sequenceText({ ...sequence, where }), reached: null }) };
  });
  return [...recent, all];
}
