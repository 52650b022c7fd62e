import { memo, useMemo, useRef } from 'react';
import type { FoundRows } from '#client/search/found-rows';
import { type RowSlots, slotsOf } from '#client/search/row-slots';
import { useTurn } from '#client/use-turn';
import { ResultRow, type ResultRowProps } from './result-row.tsx';

export interface ResultRunProps
  extends Pick<
    ResultRowProps,
    'columns' | 'template' | 'clock' | 'isNarrow' | 'active' | 'onSelect' | 'onMenu' | 'onOpen'
  > {
  readonly rows: FoundRows;
  /** Changes with what is in the rows. */
  readonly revision: number;
  readonly from: number;
  readonly to: number;
  /** In pixels. */
  readonly top: number;
  /** The index of row 0, counted from 1 and behind the headings; null: it is not known how many are in front of it. */
  readonly zeroth: number | null;
  readonly selected: number | null;
  /** Others change with it, and it is drawn when it is its turn. */
  readonly waits: boolean;
  placeOf(entityType: string): ResultRowProps['place'];
}

/** Rows that lie below each other. */
export function ResultRun({ from, to, top, zeroth, revision, waits, selected, ...rest }: ResultRunProps) {
  // What is in the rows is a part of what is seen.
  const seen = useMemo(() => ({ from, to, top, zeroth, revision }), [from, to, top, zeroth, revision]);
  // A row that has gone is drawn by another run at once, and is selected there alone.
  const own = selected !== null && selected >= from && selected < to ? selected : null;
  return <SeenRows seen={useTurn(seen, waits)} selected={own} {...rest} />;
}

type Seen = Pick<ResultRunProps, 'from' | 'to' | 'top' | 'zeroth' | 'revision'>;

const SeenRows = memo(function SeenRows({
  seen: { from, to, top, zeroth },
  rows,
  selected,
  active,
  placeOf,
  ...row
}: Omit<ResultRunProps, keyof Seen | 'waits'> & { readonly seen: Seen }) {
  const ordinals = Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth);
  const slots = useSlots(ordinals);
  return (
    <div
      role="presentation"
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0"
    >
      {ordinals.map((ordinal) => {
        const event = rows.at(ordinal);
        return (
          <ResultRow
            key={slots.get(ordinal) ?? ordinal}
            active={ordinal === selected ? active : null}
            index={zeroth === null ? null : zeroth + ordinal}
            place={placeOf(event?.entityType ?? '')}
            {...{ ordinal, event }}
            {...row}
          />
        );
      })}
    </div>
  );
});

/** Rows are drawn where others were. */
function useSlots(ordinals: readonly number[]): RowSlots {
  const known = useRef<RowSlots>(new Map());
  known.current = slotsOf(known.current, ordinals);
  return known.current;
}
