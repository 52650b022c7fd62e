'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId } from 'react';
import { useOfferedNames } from '#client/search/use-offered-names';
import type { StepRow } from '#client/sequences/step-rows';
import { IconButton } from '#components/ui/button';
import { writtenType } from './written-type.ts';

const FIELD =
  'h-8 min-w-0 rounded-md border border-line-2 bg-surface px-2 text-base text-ink placeholder:text-ink-3 pointer-coarse:text-lg';

/** One step as fields: what happens, or does not, how often, and by when. */
export function StepRowFields({
  namespace,
  row,
  place,
  count,
  onRow,
  onMove,
  onRemove,
}: {
  namespace: string;
  row: StepRow;
  /** From 1. */
  place: number;
  count: number;
  onRow(row: StepRow): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}) {
  const id = useId();
  const { names } = useOfferedNames(namespace, { of: 'type', starts: row.types.replaceAll('"', '') });
  const set = (part: Partial<StepRow>) => onRow({ ...row, ...part });
  const isFirst = place === 1;
  return (
    <li
      aria-label={`Step ${place}`}
      className="relative grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2 border-line border-b py-2 last:border-b-0 max-md:grid-cols-[1.5rem_minmax(0,1fr)]"
    >
      <span className="text-right text-ink-3 tabular-nums max-md:self-start max-md:leading-8">{place}</span>
      <div className="grid min-w-0 grid-cols-[6.5rem_minmax(0,1fr)] gap-2 md:grid-cols-[6.5rem_minmax(0,1fr)_minmax(0,1fr)_15rem]">
        <select
          aria-label={`Whether step ${place} happens`}
          value={row.isAbsence ? 'no' : 'yes'}
          disabled={isFirst}
          onChange={({ target }) => set({ isAbsence: target.value === 'no', times: '1' })}
          className={FIELD}
        >
          <option value="yes">{isFirst ? 'First' : 'Then'}</option>
          <option value="no">But no</option>
        </select>
        <input
          aria-label={`Event type of step ${place}`}
          list={`${id}-types`}
          value={row.types}
          onChange={({ target }) => set({ types: target.value })}
          placeholder="Any event type"
          autoComplete="off"
          spellCheck={false}
          className={`${FIELD} font-mono max-md:col-span-2`}
        />
        <datalist id={`${id}-types`}>
          {names.map((name) => (
            <option key={name} value={writtenType(name)} />
          ))}
        </datalist>
        <input
          aria-label={`Query that step ${place} meets besides`}
          value={row.filter}
          onChange={({ target }) => set({ filter: target.value })}
          placeholder="that meets any query"
          autoComplete="off"
          spellCheck={false}
          className={`${FIELD} font-mono max-md:col-span-2`}
        />
        <span className="flex items-center gap-2 max-md:col-span-2">
          <label className="flex items-center gap-1 text-ink-2">
            <input
              aria-label={`How often step ${place} happens`}
              inputMode="numeric"
              value={row.times}
              disabled={row.isAbsence}
              onChange={({ target }) => set({ times: target.value })}
              className={`${FIELD} w-12 text-right tabular-nums disabled:opacity-60`}
            />
            ×
          </label>
          <label className="flex min-w-0 flex-1 items-center gap-1 text-ink-2">
            within
            <input
              aria-label={`Within how long step ${place} happens`}
              value={row.within}
              onChange={({ target }) => set({ within: target.value })}
              disabled={isFirst && row.times.trim() === '1' && row.within === ''}
              placeholder="any time"
              autoComplete="off"
              spellCheck={false}
              className={`${FIELD} w-full font-mono disabled:opacity-60`}
            />
          </label>
        </span>
      </div>
      {/* Where room is short they stand beside the first field, so that a name has the whole width. */}
      <span className="flex max-md:absolute max-md:top-2 max-md:right-0">
        <IconButton label={`Move step ${place} up`} disabled={isFirst} onClick={() => onMove(-1)}>
          <ArrowUp aria-hidden size={14} />
        </IconButton>
        <IconButton label={`Move step ${place} down`} disabled={place === count} onClick={() => onMove(1)}>
          <ArrowDown aria-hidden size={14} />
        </IconButton>
        <IconButton label={`Remove step ${place}`} disabled={count === 1} onClick={onRemove}>
          <X aria-hidden size={14} />
        </IconButton>
      </span>
    </li>
  );
}
