import { ArrowLeftRight } from 'lucide-react';
import { Button, ButtonLink } from '#components/ui/button';
import { WithDayButton } from '#components/ui/day-button';
import { visibleString } from '#components/ui/visible-text';
import { type CompareView, NOW_MOMENT, swappedMoments, writeCompareView } from '#wire';
import { compareHref } from './compare-href.ts';
import { type QuickRange, QuickRanges } from './quick-ranges.tsx';

export type MomentProblems = Readonly<Record<'from' | 'to', string | null>>;

const HINT_ID = 'moments-hint';

/** The two moments. A plain form: its answer is an address, and it works before any script has run. */
export function MomentForm({
  view,
  problems,
  ranges,
}: {
  view: CompareView;
  /** Why what was written is no moment. */
  problems: MomentProblems;
  ranges: readonly QuickRange[];
}) {
  const kept = [...writeCompareView({ ...view, from: null, to: view.asOf, after: null })];
  return (
    <div className="flex flex-col gap-2">
      <form action="/compare" method="get" className="flex flex-wrap items-start gap-x-2 gap-y-3">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <MomentField name="from" label="From" written={view.from ?? ''} problem={problems.from} />
        <ButtonLink
          look="quiet"
          href={compareHref(swappedMoments(view))}
          aria-label="Swap the two moments"
          title="Swap the two moments"
          className="h-8 w-8 px-0 sm:mt-5"
        >
          <ArrowLeftRight aria-hidden size={14} />
        </ButtonLink>
        <MomentField name="to" label="To" written={view.to ?? NOW_MOMENT} problem={problems.to} />
        <Button type="submit" look="solid" className="h-8 sm:mt-5">
          Compare
        </Button>
      </form>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
        <QuickRanges view={view} ranges={ranges} />
        <p id={HINT_ID} className="text-ink-3">
          An instant with its zone, a day, how long ago (<code>2h ago</code>), a position of the log (
          <code>@81204</code>), or <code>latest</code>.
        </p>
      </div>
    </div>
  );
}

function MomentField({
  name,
  label,
  written,
  problem,
}: {
  name: 'from' | 'to';
  label: string;
  written: string;
  problem: string | null;
}) {
  const problemId = `${name}-problem`;
  return (
    <div className="flex min-w-0 flex-col gap-1 max-sm:w-full sm:w-72">
      <label htmlFor={`moment-${name}`} className="text-ink-2 text-sm">
        {label}
      </label>
      <WithDayButton label={label}>
        <input
          id={`moment-${name}`}
          name={name}
          type="text"
          defaultValue={written}
          key={written}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? HINT_ID : `${problemId} ${HINT_ID}`}
          className="h-8 min-w-0 flex-1 rounded-md border border-line-2 bg-surface pr-7 pl-2 font-mono text-sm aria-invalid:border-rem"
        />
      </WithDayButton>
      {problem === null ? null : (
        <p id={problemId} role="alert" className="text-rem text-sm [overflow-wrap:anywhere]">
          {visibleString(problem)}
        </p>
      )}
    </div>
  );
}
