import type { PointerEvent } from 'react';

/**
 * For a list of many rows: whoever points at a text that is cut sees the whole of it. Rows carry no titles of their own, which would
 * have to be made for each of them with every move.
 */
export function showCutText({ target }: PointerEvent): void {
  const cut = target instanceof HTMLElement ? target.closest<HTMLElement>('.truncate') : null;
  if (cut !== null) cut.title = cut.scrollWidth > cut.clientWidth ? (cut.textContent ?? '') : '';
}
