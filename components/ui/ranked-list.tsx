import type { ReactNode } from 'react';
import { Disclosure } from './disclosure.tsx';

export interface RankedRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number;
}

/** So many are on show; the rest folds away behind a line that counts it. */
const FIRST = 8;

/** Names with a count each, most first, and a bar as long as the count is beside the largest. */
export function RankedList({
  label,
  rows,
  all,
  unit,
}: {
  label: string;
  rows: readonly RankedRow[];
  /** How many there are, of which `rows` are the first. */
  all: number;
  /** What is counted, of more than one: `events`. */
  unit: string;
}) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const rest = rows.slice(FIRST);
  return (
    <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <Rows label={label} rows={rows.slice(0, FIRST)} most={most} unit={unit} />
      {rest.length === 0 ? null : (
        <Disclosure
          className="border-line border-t"
          summaryClassName="min-h-8 px-4 text-ink-2 hover:bg-sunken"
          summary={`${rest.length.toLocaleString('en')} more`}
        >
          <Rows label={`${label}, continued`} rows={rest} most={most} unit={unit} />
        </Disclosure>
      )}
      {all > rows.length ? (
        <p className="border-line border-t px-4 py-1.5 text-ink-3 text-sm">
          The first {rows.length.toLocaleString('en')} of {all.toLocaleString('en')}.
        </p>
      ) : null}
    </div>
  );
}

function Rows({
  label,
  rows,
  most,
  unit,
}: {
  label: string;
  rows: readonly RankedRow[];
  most: number;
  unit: string;
}) {
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {rows.map(({ key, name, count }) => (
        <li key={key} className="flex min-h-8 items-center gap-3 px-4 py-0.5 hover:bg-sunken">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
          <span aria-hidden className="flex h-1.5 w-24 shrink-0 max-sm:w-14">
            <span
              className="block h-1.5 min-w-[2px] rounded-[1px] bg-line-2 forced-colors:bg-[CanvasText]"
              style={{ width: `${(count / most) * 100}%` }}
            />
          </span>
          <span className="w-14 shrink-0 text-right font-mono text-sm">
            {count.toLocaleString('en')}
            <span className="sr-only"> {unit}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
