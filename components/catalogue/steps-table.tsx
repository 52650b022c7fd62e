import { typicalTime } from '#client/catalogue/typical-time';
import { modelHref } from '#client/catalogue-href';
import type { ModelStep } from '#client/model/drawn-model';
import { Link } from '#components/ui/link';
import type { ModelView } from '#wire';
import { isPicked, type NameOf, pickOf } from './model-words.ts';
import { WordBreaks } from './word-breaks.tsx';

/** The steps that are drawn, as a table: the same in words, and each a link to where it happened. */
export function StepsTable({
  view,
  steps,
  nameOf,
}: {
  view: ModelView;
  steps: readonly ModelStep[];
  nameOf: NameOf;
}) {
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-sm">
          <th scope="col" className="py-1.5 pr-2 pl-4 font-medium">
            Step
          </th>
          <th scope="col" className="px-2 py-1.5 text-right font-medium">
            Times
          </th>
          <th scope="col" className="px-2 py-1.5 text-right font-medium" title="Half of them took no longer">
            Median
          </th>
          <th
            scope="col"
            className="py-1.5 pr-4 pl-2 text-right font-medium"
            title="95 % of them took no longer"
          >
            95 %
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {steps.map((step) => (
          <tr
            key={JSON.stringify([step.before, step.after])}
            className={isPicked(view.picked, step) ? 'bg-sunken' : 'hover:bg-sunken'}
          >
            <th scope="row" className="py-1 pr-2 pl-4 text-left font-normal [overflow-wrap:anywhere]">
              <Link
                href={`${modelHref({ ...view, picked: pickOf(step), after: null })}#examples`}
                scroll={false}
                aria-current={isPicked(view.picked, step) ? 'true' : undefined}
                className="inline-flex min-h-6 flex-wrap items-center gap-x-1 decoration-line-2 underline-offset-2 hover:underline"
              >
                <End name={step.before} end="Start" nameOf={nameOf} />
                <span className="text-ink-3">→</span>
                <End name={step.after} end="End" nameOf={nameOf} />
              </Link>
            </th>
            <td className="px-2 py-1 text-right font-mono text-sm">{step.events.toLocaleString('en')}</td>
            <Time micros={step.median} isBack={step.backwards === step.events} />
            <Time micros={step.p95} isLast />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function End({ name, end, nameOf }: { name: string | null; end: string; nameOf: NameOf }) {
  if (name === null) return <span className="text-ink-3">{end}</span>;
  return (
    <span className="min-w-0">
      <WordBreaks text={nameOf(name)} />
    </span>
  );
}

/** `isBack`: all of them happened before the event in front, so there is no time between. */
function Time({
  micros,
  isBack = false,
  isLast = false,
}: {
  micros: number | null;
  isBack?: boolean;
  isLast?: boolean;
}) {
  return (
    <td className={`whitespace-nowrap py-1 text-right text-ink-2 text-sm ${isLast ? 'pr-4 pl-2' : 'px-2'}`}>
      {micros === null ? (isBack ? 'late' : '') : typicalTime(micros)}
    </td>
  );
}
