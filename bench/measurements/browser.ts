/** A long stream in Chromium: how soon its first state is there, and what dragging through it costs. */
import type { Browser, Page } from '@playwright/test';
import { mainThreadDuring } from '../../e2e/main-thread.ts';
import { type AppInstance, startApp } from '../browser/app-instance.ts';
import { launchChromium, withPage } from '../browser/chromium-page.ts';
import { atMost, boundRow, duration, type Row, type Section, times, toldRow } from '../report.ts';
import { type Scope, say } from '../scope.ts';
import { median, quantile } from '../statistics.ts';
import { httpSection } from './http.ts';

const MILLION = 1_000_000;
const MOVES = 120;
/** In milliseconds. */
const OPEN = 1_500;
const FRAME_P95 = 8;
const FRAME_P99 = 16.7;
const LONGEST_TASK = 50;
const FRAME = 1000 / 60;

interface Round {
  readonly firstState: number;
  readonly timeline: number;
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
  /** Bytes of the page's JavaScript heap, before and behind the drag. */
  readonly heap: readonly [before: number, behind: number];
}

export async function measureBrowser({ events, rounds, million }: Scope): Promise<Section[]> {
  const app = await startApp();
  const browser = await launchChromium();
  try {
    const sections: Section[] = [];
    for (const count of million ? [events, MILLION] : [events]) {
      sections.push(await stream(app, browser, count, rounds));
      sections.push(await httpSection(app, `of-${count}`, count));
    }
    return sections;
  } finally {
    await browser.close();
    await app.close();
  }
}

async function stream(app: AppInstance, browser: Browser, count: number, rounds: number): Promise<Section> {
  const name = `of-${count}`;
  say(`importing a stream of ${count} events`);
  await app.import(name, count);
  const unbuilt = await withPage(browser, (page) => opened(page, app.url(`/entities/order/${name}`)));
  const taken: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    taken.push(
      await withPage(browser, (page) => openAndDrag(browser, page, app.url(`/entities/order/${name}`))),
    );
    say(`browser, ${count} events, round ${round + 1} of ${rounds}`);
  }
  const frames = taken.map((one) => one.frames);
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  const heaps = (side: 0 | 1) => megabytes(Math.max(...taken.map(({ heap }) => heap[side])));
  return {
    title: `A stream of ${count.toLocaleString('en')} events in Chromium`,
    about: `Opened at its newest event in a browser that has nothing of it, then the playhead is dragged over the whole track in ${MOVES} moves, one a frame. Times from the start of the navigation; work is processor time of the page's main thread.`,
    rows: [
      atMost(
        'open to first state, read models built',
        taken.map(({ firstState }) => firstState),
        OPEN,
      ),
      toldRow('open to a timeline that can be dragged', times(taken.map(({ timeline }) => timeline))),
      toldRow('open to first state, nothing built', duration(unbuilt.firstState)),
      quantileRow('work of a frame while dragging', frames, 0.95, FRAME_P95),
      boundRow('work of a frame while dragging', frames, FRAME_P99),
      atMost(
        'longest task while dragging',
        taken.map(({ tasks }) => Math.max(...tasks)),
        LONGEST_TASK,
      ),
      toldRow('JavaScript heap of the page before and behind the drag', `${heaps(0)}, ${heaps(1)}`),
    ],
  };
}

async function openAndDrag(browser: Browser, page: Page, url: string): Promise<Round> {
  const soon = await opened(page, url);
  const before = await heapOf(page);
  const { tasks, frames } = await mainThreadDuring(browser, page, () => drag(page));
  return { ...soon, tasks, frames, heap: [before, await heapOf(page)] };
}

/** Milliseconds from the start of the navigation. */
async function opened(page: Page, url: string): Promise<Pick<Round, 'firstState' | 'timeline'>> {
  await page.goto(url, { waitUntil: 'commit' });
  const since = (selector: string) =>
    page.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (document.querySelector(wanted) === null) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now()));
          };
          look();
        }),
      selector,
    );
  const firstState = await since('[role="tree"][aria-label="State"] [role="treeitem"]');
  const timeline = await since('[data-testid="timeline-flag"][style*="visible"]');
  return { firstState, timeline };
}

async function drag(page: Page): Promise<void> {
  const box = await page.getByTestId('timeline-track').boundingBox();
  if (box === null) throw new Error('The timeline has no track.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 4, y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) {
    const turn = performance.now();
    // To the beginning and back, so that no move lands where one was before.
    const share = Math.abs(1 - (2 * move) / MOVES);
    await page.mouse.move(box.x + 4 + (box.width - 8) * share, y);
    const left = FRAME - (performance.now() - turn);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
  await page.mouse.up();
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

function quantileRow(work: string, taken: readonly (readonly number[])[], share: number, most: number): Row {
  const slowest = taken.map((ones) => quantile(ones, share));
  return {
    ...toldRow(work, duration(median(taken.flat()))),
    rounds: slowest.map(duration),
    target: `p${share * 100} ≤ ${duration(most)}`,
    reached: median(slowest) <= most,
  };
}
