/** The page of an entity in Chromium: from a key to the painted state, a state of fifty thousand nodes, and what the page loads. */
import type { Browser, Page } from '@playwright/test';
import { type AppInstance, startApp } from '../browser/app-instance.ts';
import { launchChromium, withPage } from '../browser/chromium-page.ts';
import { atMost, type Row, type Section, times, toldRow } from '../report.ts';
import { type Scope, say } from '../scope.ts';
import { median } from '../statistics.ts';

const STEPS = 60;
const NODES = 50_000;
/** In milliseconds. */
const STEP = 50;
const HUGE = 300;
/** Of the page's JavaScript as it is sent, the worker's included. */
const SCRIPT_BYTES = 220_000;

export async function measureScreen({ events, rounds }: Scope): Promise<Section[]> {
  const app = await startApp();
  const browser = await launchChromium();
  try {
    say(`importing a stream of ${events} events and a state of ${NODES} nodes`);
    await app.import('long', events);
    await app.importContents('huge', ['{"status":"new"}', hugeContent()]);
    const steps: number[][] = [];
    const huge: number[] = [];
    const opened: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      steps.push(await stepsOf(browser, app, events));
      const { step, open } = await hugeState(browser, app);
      huge.push(step);
      opened.push(open);
      say(`screen, round ${round + 1} of ${rounds}`);
    }
    const medians = steps.map(median);
    return [
      {
        title: 'The screen of an entity in Chromium',
        about: `Times on the clock, from the key that is pressed to the frame in which the state of the event is painted: ${STEPS} steps in the middle of ${events.toLocaleString('en')} events, and the step to a state of ${NODES.toLocaleString('en')} nodes.`,
        rows: [
          { ...atMost('from a step to its state', medians, STEP), product: times(steps.flat()) },
          atMost(`from a step to a state of ${NODES.toLocaleString('en')} nodes`, huge, HUGE),
          toldRow('open at that state, from the start of the navigation', times(opened)),
          ...(await scriptRows(browser, app)),
        ],
      },
    ];
  } finally {
    await browser.close();
    await app.close();
  }
}

/** Ten lists of lines, a line with its list of marks: 25 nodes each. */
function hugeContent(): string {
  const lines = Array.from({ length: NODES / 10 / 25 }, (_, line) => ({
    sku: `SKU-${line}`,
    marks: Array.from({ length: 22 }, (__, mark) => `mark ${line}.${mark}`),
  }));
  return JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, part) => [`part${part}`, lines])));
}

function stepsOf(browser: Browser, app: AppInstance, events: number): Promise<number[]> {
  return withPage(browser, async (page) => {
    const middle = Math.floor(events / 2);
    await openAt(page, app, 'long', middle);
    const taken: number[] = [];
    for (let step = 1; step <= STEPS; step += 1) taken.push(await stepTo(page, middle + step));
    return taken;
  });
}

function hugeState(browser: Browser, app: AppInstance): Promise<{ step: number; open: number }> {
  return withPage(browser, async (page) => {
    await openAt(page, app, 'huge', 2);
    const open = await page.evaluate(() => performance.now());
    await page.getByRole('slider', { name: 'Playhead' }).focus();
    await stepTo(page, 1, 'ArrowLeft');
    return { open, step: await stepTo(page, 2) };
  });
}

async function openAt(page: Page, app: AppInstance, name: string, version: number): Promise<void> {
  await page.goto(app.url(`/entities/order/${name}?at=${version}&v=1`));
  await page.getByText(`After event ${version} ·`).waitFor();
  await page.getByTestId('timeline-flag').waitFor();
  await page.getByRole('slider', { name: 'Playhead' }).focus();
}

/** Milliseconds from the key to the end of the frame that shows the event. */
async function stepTo(page: Page, version: number, key = 'ArrowRight'): Promise<number> {
  const taken = await page.evaluateHandle((text) => {
    const painted = new Promise<number>((resolve) => {
      const onKey = ({ timeStamp }: KeyboardEvent) => {
        const look = () => {
          const isShown = document.querySelector('.pane-state')?.textContent?.includes(text);
          if (!isShown) requestAnimationFrame(look);
          // It is looked for at the beginning of a frame, and what is behind one runs once it has been painted.
          else setTimeout(() => resolve(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
      };
      window.addEventListener('keydown', onKey, { once: true, capture: true });
    });
    // In an object, because a promise by itself would be waited for.
    return { painted };
  }, `After event ${version} ·`);
  await page.keyboard.press(key);
  return taken.evaluate(({ painted }) => painted);
}

async function scriptRows(browser: Browser, app: AppInstance): Promise<Row[]> {
  const { bytes, hasCharts } = await withPage(browser, async (page) => {
    const scripts: { bytes: number; text: string }[] = [];
    page.on('response', async (response) => {
      if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
      const { responseBodySize } = await response.request().sizes();
      scripts.push({ bytes: responseBodySize, text: await response.text() });
    });
    await openAt(page, app, 'long', 1);
    await page.waitForLoadState('networkidle');
    return {
      bytes: scripts.reduce((sum, script) => sum + script.bytes, 0),
      hasCharts: scripts.some(({ text }) => text.includes('recharts')),
    };
  });
  return [
    {
      ...toldRow('JavaScript of the page, as it is sent', kilobytes(bytes)),
      target: `≤ ${kilobytes(SCRIPT_BYTES)}`,
      reached: bytes <= SCRIPT_BYTES,
    },
    { ...toldRow('Recharts in it', hasCharts ? 'yes' : 'no'), target: 'no', reached: !hasCharts },
  ];
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;
