/** The page that follows everything while ten thousand events a second arrive, as its reader has it. */
import type { Page } from '@playwright/test';
import { mainThreadDuring } from '../../e2e/main-thread.ts';
import { startServer } from '../../lib/testing/chronoscope-process.ts';
import { launchChromium, withPage } from '../browser/chromium-page.ts';
import { Contender } from '../contender.ts';
import type { Arrived } from '../product/arriving.ts';
import { atMost, boundRow, type Row } from '../report.ts';
import { type Scope, say } from '../scope.ts';

const RATE = 10_000;
const SECONDS = 15;
/** In milliseconds: what a frame has, and what a reader does not notice. */
const FRAME = 16.7;
const LONGEST_TASK = 50;

/** The app runs as its users run it, and keeps the read models; another process appends. */
export async function liveRows({ server, rounds }: Scope): Promise<Row[]> {
  const frames: number[][] = [];
  const longest: number[] = [];
  let slowest = RATE;
  const browser = await launchChromium();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const database = await server.fresh();
      const product = Contender.product('explorer');
      await product.ask('open', { url: database.url });
      await product.ask('append', { count: 20_000, seed: 1 });
      const app = await startServer(['--no-demo'], { DATABASE_URL: database.url });
      try {
        const followed = await withPage(browser, async (page) => {
          await openLive(page, app.url);
          let rate = RATE;
          const thread = await mainThreadDuring(browser, page, async () => {
            ({ rate } = await product.ask<Arrived>('arrive', {
              rate: RATE,
              seconds: SECONDS,
              seed: 2 + round,
            }));
          });
          return { ...thread, rate };
        });
        frames.push([...followed.frames]);
        longest.push(Math.max(...followed.tasks));
        slowest = Math.min(slowest, followed.rate);
      } finally {
        await app.stop();
        await product.close();
        await database.dropped();
      }
      say(`the live page, round ${round + 1} of ${rounds}`);
    }
  } finally {
    await browser.close();
  }
  const rates = [RATE, slowest].map((rate) => Math.round(rate).toLocaleString('en'));
  const arriving = `while ${rates[0]} events a second arrive and ${rates[1]} are appended`;
  return [
    boundRow(`work of a frame of the live page ${arriving}`, frames, FRAME, 0.95),
    atMost(`longest task of the live page ${arriving}`, longest, LONGEST_TASK),
  ];
}

/** Until events are there and the page is connected. */
async function openLive(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/events?sort=position&live=1&v=1`);
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('row').nth(10).waitFor();
}
