/** Many links that are one stop of Tab: the keys walk to the others, and Enter is the link's own. */
import { type FocusEvent, type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import type { Walk } from '#client/overview/walk';

/** Tab comes to the last that was walked to. Without scripts, which walk, it comes to each. */
export function useWalk(walk: Walk) {
  useKeyPlace('numbers');
  const isWalked = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const grid = useRef<HTMLTableElement>(null);
  const [walked, setWalked] = useState<string | null>(null);
  const current = walked !== null && walk.has(walked) ? walked : walk.begin;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === null) return;
    const to = walk.to(event.key, current);
    if (to === undefined) return;
    event.preventDefault();
    const stops = grid.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [];
    for (const stop of stops) if (stop.dataset.stop === to) stop.focus();
  };
  const onFocus = ({ target }: FocusEvent) => {
    const stop = target instanceof HTMLElement ? target.dataset.stop : undefined;
    if (stop !== undefined) setWalked(stop);
  };
  return {
    grid: { ref: grid, onKeyDown, onFocus },
    /** For the link of that name. */
    stop: (name: string) => ({ 'data-stop': name, tabIndex: isWalked && name !== current ? -1 : 0 }),
  };
}

const never = (): (() => void) => () => undefined;
