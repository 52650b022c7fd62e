import { type DiffLook, isDiffLook, type View } from '#wire';

/** As they stand beside each other on the screen. */
export const DIFF_LOOKS: readonly DiffLook[] = ['unified', 'split', 'table', 'raw'];

/** The look behind this one, round the end; from elsewhere the first. */
export function nextLook(pane: View['pane']): DiffLook {
  const place = isDiffLook(pane) ? DIFF_LOOKS.indexOf(pane) : -1;
  return DIFF_LOOKS[(place + 1) % DIFF_LOOKS.length] ?? 'unified';
}
