import { useEffect, useState } from 'react';
import { beginTurns, isOwed, type RowTurns, type Sight, takeTurn, wholeTurn } from './row-turns.ts';
import type { TreeRow } from './tree-rows.ts';

/** The rows as they are to be drawn now; it renders again for as long as some are owed. */
export function useRowTurns(rows: readonly TreeRow[], sight: Sight): RowTurns {
  const [kept, setKept] = useState(() => wholeTurn(rows, Number.NEGATIVE_INFINITY));
  const turns = kept.rows === rows ? kept : beginTurns(kept, rows, sight, performance.now());
  if (turns !== kept) setKept(turns);
  const { first, last } = sight;
  useEffect(() => {
    if (!isOwed(turns)) return;
    const frame = requestAnimationFrame(() => setKept(takeTurn(turns, { first, last })));
    return () => cancelAnimationFrame(frame);
  }, [turns, first, last]);
  return turns;
}
