import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import { durationWords } from '#core';
import type { SequenceStageAnswer, SequencesAnswer, SequenceView } from '#wire';
import { sequenceHref } from './sequence-href.ts';

const HEAD = 'px-2 py-2 text-right align-bottom font-normal first:pl-4 last:pr-4';
const CELL = 'px-2 py-2 text-right align-top whitespace-nowrap tabular-nums first:pl-4 last:pr-4';

/** How many got how far, and how long it took them: bars and numbers in one table. */
export function FunnelTable({ view, answer }: { view: SequenceView; answer: SequencesAnswer }) {
  const { stages, by } = answer;
  const first = stages[0]?.starts ?? 0;
  return (
    <div className="overflow-x-auto border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <table aria-label="How many got how far" className="w-full">
        <thead>
          <tr className="border-line border-b text-ink-3 text-sm">
            <th scope="col" className={`${HEAD} text-left!`}>
              Step
            </th>
            <th scope="col" className={HEAD}>
              Starts
            </th>
            <th scope="col" className={HEAD}>
              {PARTITIONS[by]}
            </th>
            <th scope="col" className={HEAD}>
              Of the first
            </th>
            <th scope="col" className={HEAD}>
              Of the step before
            </th>
            <th scope="col" className={HEAD}>
              Median time
            </th>
            <th scope="col" className={HEAD}>
              9 of 10 within
            </th>
            <th scope="col" className={HEAD}>
              Ended here
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => {
            const before = stages[index - 1];
            const after = stages[index + 1];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their places alone
              <tr key={index} className="border-line border-b last:border-b-0">
                <th
                  scope="row"
                  className={`${CELL} w-2/5 min-w-60 whitespace-normal! text-left! font-normal`}
                >
                  <StageName place={index + 1} stage={stage} />
                  <Bar share={first === 0 ? 0 : stage.starts / first} />
                </th>
                <td className={CELL}>{stage.starts.toLocaleString('en')}</td>
                <td className={CELL}>{stage.partitions.toLocaleString('en')}</td>
                <td className={CELL}>{shareOf(stage.starts, first)}</td>
                <td className={CELL}>{before === undefined ? '' : shareOf(stage.starts, before.starts)}</td>
                <td className={CELL}>{timeOf(stage.median)}</td>
                <td className={CELL}>{timeOf(stage.p90)}</td>
                <td className={CELL}>
                  {after === undefined ? null : (
                    <Ended view={view} place={index + 1} count={stage.starts - after.starts} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const PARTITIONS: Readonly<Record<SequencesAnswer['by'], string>> = {
  entity: 'Entities',
  actor: 'Actors',
  correlation: 'Conversations',
};

function StageName({ place, stage }: { place: number; stage: SequenceStageAnswer }) {
  return (
    <span className="flex gap-2">
      <span className="w-4 shrink-0 text-right text-ink-3">{place}</span>
      <span className="min-w-0 font-mono text-sm leading-5 [overflow-wrap:anywhere]">
        {stage.without.map((text) => (
          <span key={text} className="block text-ink-2">
            <VisibleText text={text} />
          </span>
        ))}
        <VisibleText text={stage.text} />
      </span>
    </span>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span aria-hidden className="mt-1 ml-6 block h-2 bg-sunken forced-colors:border">
      <span
        className="block h-full bg-[var(--t1)] forced-colors:bg-[CanvasText]"
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}

function Ended({ view, place, count }: { view: SequenceView; place: number; count: number }) {
  if (count === 0) return <span className="text-ink-3">0</span>;
  const isShown = view.reached === place;
  return (
    <Link
      href={`${sequenceHref(view, { reached: isShown ? null : place })}#matches`}
      aria-current={isShown ? 'true' : undefined}
      aria-label={`${count.toLocaleString('en')} ended after step ${place}: ${isShown ? 'show the matches again' : 'show them'}`}
      className="inline-flex h-6 min-w-6 items-center justify-end underline decoration-line-2 underline-offset-4 hover:decoration-ink aria-[current]:font-semibold"
    >
      {count.toLocaleString('en')}
    </Link>
  );
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function timeOf(micros: string | null): string {
  return micros === null ? '' : durationWords(BigInt(micros));
}
