/** One stop of the playhead: everything on an entity page that says where it stands, read at once and inside the page. */
import type { Page } from '@playwright/test';

export interface Stop {
  /** The moment of the address. */
  readonly address: string;
  readonly slider: string;
  /** Version of the one event that is selected in the list. */
  readonly listed: string;
  /** Number, type, actor and time. */
  readonly flag: string;
  /** The event after which the state pane says it is, 0 before the first. */
  readonly caption: string;
  /** Pointer and text of every row of the state; what the event removed is shown, but is no part of it. */
  readonly state: readonly StateRow[];
}

export type StateRow = readonly [path: string, text: string];

/** So high that all rows of a state of a hundred and fifty fields are in the document. */
export const HIGH_WINDOW = { width: 1440, height: 5000 };

/**
 * Lets the page come to rest at a version, which is when address, slider, list, flag and caption have named it for two frames
 * on end, the flag with the event that it may have had to ask for. The state is not waited for: whatever stands under that caption then is the answer. A page that does not come to
 * rest there is read as it is, so that what does not agree can be seen.
 */
export function stopAt(page: Page, version: number): Promise<Stop> {
  return page.evaluate(readAtRest, { version: String(version), patience: 5_000 });
}

/** Runs in the page, so it stands alone. */
function readAtRest({ version, patience }: { version: string; patience: number }): Promise<Stop> {
  const textOf = (element: Element | null | undefined) => element?.textContent ?? '';
  const read = (): Omit<Stop, 'state'> => {
    const listed = document.querySelectorAll('[aria-label="Events"] [role="option"][aria-selected="true"]');
    const flag = document.querySelector('[data-testid="timeline-flag"]');
    const caption = [...document.querySelectorAll('p')].map((line) =>
      /^After event (\d+) ·|^Before the first event$/.exec(textOf(line)),
    );
    return {
      address: new URLSearchParams(location.search).get('at') ?? '',
      slider: document.querySelector<HTMLInputElement>('input[aria-label="Playhead"]')?.value ?? '',
      listed: [...listed].map((row) => row.getAttribute('data-version')).join(),
      flag: [...(flag?.children ?? [])].slice(0, 4).map(textOf).join(' · '),
      caption: caption.flatMap((found) => (found === null ? [] : (found[1] ?? '0'))).join(),
    };
  };
  const agree = ({ flag, ...others }: Omit<Stop, 'state'>) =>
    flag.replaceAll(',', '').startsWith(`${version} `) &&
    !flag.includes(' · … · ') &&
    Object.values(others).every((name) => name === version);
  // Before a changed value stands a word for those who listen.
  const seen = (value: Element) =>
    [...value.childNodes]
      .filter((node) => !(node instanceof Element && node.classList.contains('sr-only')))
      .map((node) => node.textContent ?? '')
      .join('');
  const shownValue = (row: Element) =>
    [...(row.querySelector('[data-value]')?.children ?? [])]
      .filter(({ localName }) => localName !== 'del')
      .map(seen)
      .join('');
  const stateRows = () =>
    [...document.querySelectorAll('[role="tree"][aria-label="State"] [role="treeitem"]')]
      .map((row): StateRow => [row.getAttribute('data-path') ?? '', shownValue(row)])
      .filter(([, text]) => text !== '');
  return new Promise((resolve) => {
    const started = performance.now();
    let agreed = false;
    const look = () => {
      const names = read();
      const before = agreed;
      agreed = agree(names);
      if ((agreed && before) || performance.now() - started > patience)
        resolve({ ...names, state: stateRows() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
