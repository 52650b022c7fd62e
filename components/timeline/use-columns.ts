'use client';
import { useEffect, useState } from 'react';
import { type Columns, columnsOf, knownColumns, readColumns } from '#client/playhead-columns';
import type { History } from '#core';

/** As many events are read within one frame without anybody noticing. */
const AT_ONCE = 20_000;
const SLICE = 10_000;

/** The columns of a history; null while a long one is still being read, a slice at a time. */
export function useColumns(history: History): Columns | null {
  const [, setRead] = useState<History | null>(null);
  const columns = history.length <= AT_ONCE ? columnsOf(history) : (knownColumns(history) ?? null);
  const missing = columns === null;
  useEffect(() => {
    if (!missing) return;
    const reading = readColumns(history, SLICE);
    let timer = setTimeout(function next() {
      if (reading.next().done) setRead(history);
      else timer = setTimeout(next);
    });
    return () => clearTimeout(timer);
  }, [history, missing]);
  return columns;
}
