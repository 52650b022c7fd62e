'use client';
import { useEffect, useState } from 'react';
import type { Columns } from '#client/playhead-columns';
import type { DockHistory } from './dock-props.ts';

/** As many events the server draws too. */
const AT_ONCE = 20_000;

/** What the dock draws of a history; null until the browser has it, where it is long. */
export function useColumns(replay: DockHistory): Columns | null {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted || replay.length <= AT_ONCE ? replay.columns : null;
}
