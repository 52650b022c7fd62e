/** Every number that stands on an overview, and the events that it leads to. */
import type { Page } from '@playwright/test';

export interface CountedLink {
  readonly href: string;
  readonly events: number;
}

export interface OverviewNumbers {
  readonly links: readonly CountedLink[];
  /** Texts with a number that lead to no events, and links to events that tell no number. */
  readonly others: readonly string[];
}

/** What has a number in it that counts no events, and why. */
const NO_EVENTS: readonly (readonly [selector: string, why: string])[] = [
  ['time', 'an instant'],
  ['.over-time-chart', 'the drawing, of which the table beside it says the same'],
  ['code', 'a command to copy'],
  ['a[href^="/entities"]', 'entities, or one of them and its version'],
  ['a[href^="/actors/"]', 'the name of an actor'],
  ['nav', 'a range of times that can be chosen'],
  ['[role=status]', 'for who listens: what the lists say, once they rest'],
  ['[aria-label="Table of events over time"] :is([scope=col], [scope=row])', 'a type, or a stretch of time'],
];

/** The same of what is told by its words alone; `…` are links to events, and what is passed over anyway. */
const NO_EVENTS_IN_WORDS: readonly (readonly [words: RegExp, why: string])[] = [
  [/^0$/, 'there is nothing to lead to'],
  [/^(?:Recorded|Happened) /, 'the range'],
  [/^each bar is (?:\d+ )?\w+; press a part of it for its events$/, 'how long a bar is'],
  [/; the last \d+ weeks, … lies? before$/, 'weeks'],
  [/^\d+ of \d+(?:; all stand below)?$/, 'actors, or types of entities'],
  [/^\d+; entities that ha(?:ve|d) been removed are not counted$/, 'types of entities'],
  [/^the newest \d+, by /, 'rows of a list'],
  [/^The newest \d+$/, 'rows of a list'],
  [/^…[a-z ]+: /, 'what a fold said of one event'],
  [
    /^Counted up to @[\d,]+, which is all of the log \(last moved …\)\. More on the status page\.$/,
    'a position',
  ],
];

export async function overviewNumbers(page: Page): Promise<OverviewNumbers> {
  const passed = [...NO_EVENTS.map(([selector]) => selector), 'a[href^="/events"]'].join();
  const shown = await page.getByRole('main').evaluate((main, passedOver) => {
    const texts = new Set<string>();
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !/\d/.test(node.textContent ?? '') || parent.closest(passedOver) !== null)
        continue;
      const told = (parent.closest('p, li, dt, dd, th, td, summary') ?? parent).cloneNode(true) as Element;
      for (const part of told.querySelectorAll(passedOver)) part.replaceWith('…');
      texts.add(told.textContent ?? '');
    }
    const links = [...main.querySelectorAll('a[href^="/events"]')].map((link) => ({
      href: link.getAttribute('href') ?? '',
      told: (link.getAttribute('aria-label') ?? link.textContent ?? '').trim(),
    }));
    return { texts: [...texts], links };
  }, passed);
  const links = shown.links.map(({ href, told }) => ({ href, told, events: numberIn(told) }));
  return {
    links: links.flatMap(({ href, events }) => (events === null ? [] : [{ href, events }])),
    others: [
      ...shown.texts.filter((text) => !NO_EVENTS_IN_WORDS.some(([words]) => words.test(text))),
      ...links.flatMap(({ told, events }) => (events === null ? [told] : [])),
    ],
  };
}

/** It stands at the end, or in front of what is counted. */
function numberIn(told: string): number | null {
  const [, atEnd] = /(?:^|\D)([\d,]+)(?: ?events?)?$/.exec(told) ?? [];
  const [, inFront] = /^([\d,]+) /.exec(told) ?? [];
  const number = atEnd ?? inFront;
  if (number !== undefined) return Number(number.replaceAll(',', ''));
  return /no events$/.test(told) ? 0 : null;
}
