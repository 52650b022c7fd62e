/** A search that would take long says so before it is begun. The server of these stories takes every page of its disk for dear, as if there were many of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyzed } from '../lib/testing/analyzed.ts';
import { type RunningServer, runCommand, startServer } from '../lib/testing/chronoscope-process.ts';
import { expectNothingSerious } from './axe.ts';
import { grid } from './events-page.ts';
import { expect, test } from './fixtures.ts';

const DEAR = { PGOPTIONS: '-c random_page_cost=20000 -c seq_page_cost=20000' };
const EVENTS = 9_000;
let dataDir = '';
let server: RunningServer;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dataDir = await mkdtemp(path.join(tmpdir(), 'chronoscope-e2e-dear-'));
  server = await startServer(['--data-dir', dataDir], DEAR);
  const lines = Array.from({ length: EVENTS }, (_, nth) =>
    JSON.stringify({ id: nth % 90, what: 'Weighed', grams: nth }),
  );
  const mapped = [
    '--format',
    'ndjson',
    '--entity-type',
    'parcel',
    '--entity-id',
    '/id',
    '--event-type',
    '/what',
  ];
  const imported = await runCommand(
    ['import', '-', ...mapped, '--data-dir', dataDir],
    `${lines.join('\n')}\n`,
  );
  expect(imported, imported.stderr).toMatchObject({ exitCode: 0 });
});
test.afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the page says so, and looks when it is told to', async ({ page }) => {
  await expect
    .poll(async () => {
      const { searchedTo, head } = await (
        await page.request.get(`${server.url}/api/v1/events?limit=1`)
      ).json();
      return searchedTo === head;
    })
    .toBe(true);
  await analyzed(dataDir);
  await page.goto(`${server.url}/events?q=payload.grams=%224*%22`);
  const main = page.getByRole('main');
  await expect(main.getByText('This search would take long')).toBeVisible();
  for (const words of ['The last day', 'The last week', 'The last month'])
    await expect(main.getByRole('button', { name: words })).toBeVisible();
  await expectNothingSerious(page);
  await page.screenshot({ path: test.info().outputPath('foreseen.png') });
  await main.getByRole('button', { name: 'Look anyway, up to a minute' }).click();
  await expect(main.getByText('No event is found')).toBeVisible();
  // What is soon found is answered at once.
  await page.goto(`${server.url}/events?q=payload.grams>10`);
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
});

test('so does the API', async ({ request }) => {
  const asked = `${server.url}/api/v1/events?q=payload.grams=%224*%22`;
  const refused = await request.get(asked);
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'CS-324' });
  expect((await request.get(`${server.url}/api/v1/events/summary?q=payload.grams=%224*%22`)).status()).toBe(
    409,
  );
  const waited = await request.get(`${asked}&wait=long`);
  expect(waited.status()).toBe(200);
  expect((await waited.json()).events).toEqual([]);
});
