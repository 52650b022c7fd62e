/** The colours of the canvas, read from the tokens of the page; where colours are forced, from the system's. */
import { SLOTS } from '#client/playhead-categories';

export interface Palette {
  /** By slot. */
  readonly slots: readonly string[];
  readonly line: string;
  readonly ink: string;
  readonly faint: string;
  /** Of what lies lower than the track. */
  readonly sunken: string;
  readonly note: string;
  /** Of what late events are marked with. */
  readonly late: string;
  /** CSS font of tick labels. */
  readonly font: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const font = `11px ${token('--font-mono', 'monospace')}`;
  if (matchMedia('(forced-colors: active)').matches)
    return {
      slots: SLOTS.map(() => 'CanvasText'),
      line: 'GrayText',
      ink: 'CanvasText',
      faint: 'CanvasText',
      sunken: 'Canvas',
      note: 'LinkText',
      late: 'Highlight',
      font,
    };
  return {
    slots: SLOTS.map(({ token: name }) => token(name, 'gray')),
    line: token('--line', 'silver'),
    ink: token('--ink', 'black'),
    faint: token('--ink-2', 'dimgray'),
    sunken: token('--sunken', 'whitesmoke'),
    note: token('--note', 'deeppink'),
    late: token('--rem', 'darkorange'),
    font,
  };
}

/** Calls back whenever the tokens may have got other values: system scheme, forced colours, or an attribute of the root. */
export function watchPalette(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style'],
  });
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    observer.disconnect();
  };
}
