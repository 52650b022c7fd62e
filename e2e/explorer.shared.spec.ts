/** The explorer over real histories: what is counted, found and compared there is what others counted, or what a plain reading of the lines gives. */
import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { eventRow, grid, queryField } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import {
  countAnswers,
  importCloudTrail,
  importGitHub,
  importWikipedia,
  importWithOracle,
  readLines,
} from './real-histories.ts';
import { searchable } from './searchable.ts';

const LEGISLATORS = { folder: 'us-legislators', type: 'legislator' } as const;

/** What the line over a list of events says of how many there are. */
async function foundIn(page: Page, namespace: string, query: string): Promise<void> {
  await page.goto(`/events?${new URLSearchParams({ ns: namespace, q: query })}`);
  await expect(queryField(page)).toHaveText(query);
}

async function countOf(request: APIRequestContext, namespace: string, query: string): Promise<number> {
  const asked = new URLSearchParams({ ns: namespace, q: query });
  const answer = await request.get(`/api/v1/events/summary?${asked}`);
  return z.object({ events: z.number() }).parse(await answer.json()).events;
}

test('us-legislators: as many entities as the oracle counted, on the page and on the command line', async ({
  page,
  instance,
}) => {
  test.setTimeout(300_000);
  await importWithOracle(instance, LEGISLATORS, 'people');
  await searchable(page.request, 120_000);
  const answers = countAnswers(LEGISLATORS);
  expect(answers.length).toBeGreaterThan(20);
  for (const [nth, { as_of: at, live_entities: count }] of answers.entries()) {
    const asked = ['entities', '--count', '--namespace', 'people', '--type', LEGISLATORS.type, '--as-of', at];
    if (nth % 5 === 0) expect((await instance.command(asked)).stdout.trim()).toBe(String(count));
    const then = new URLSearchParams({ ns: 'people', type: LEGISLATORS.type, asof: at });
    await page.goto(`/entities?${then}`);
    await expect(page.getByText(`${count.toLocaleString('en')} entities found as of then`)).toBeVisible();
  }
});

test('wikipedia-edits: pages, writers and words of every script are found, as many as the lines have', async ({
  page,
  instance,
}) => {
  test.setTimeout(300_000);
  await importWikipedia(instance, 'wiki');
  await searchable(page.request, 120_000);
  const edit = z.object({ channel: z.string(), page: z.string(), user: z.string(), isNew: z.boolean() });
  const edits = readLines('wikipedia-edits/wikiticker-2015-09-12-sampled.json.gz').map((line) =>
    edit.parse(JSON.parse(line)),
  );
  expect(await countOf(page.request, 'wiki', '')).toBe(edits.length);
  const created = edits.filter(({ isNew }) => isNew).length;
  expect(await countOf(page.request, 'wiki', 'type:PageCreated')).toBe(created);
  const japanese = edits.filter(({ channel }) => channel === '#ja.wikipedia');
  expect(await countOf(page.request, 'wiki', 'entity-type:"#ja.wikipedia"')).toBe(japanese.length);
  const [first] = japanese;
  if (first === undefined) throw new Error('Nobody wrote in Japanese.');
  const inAll = edits.filter((one) => one.page === first.page).length;
  const query = `id:${JSON.stringify(first.page)}`;
  expect(await countOf(page.request, 'wiki', query)).toBe(inAll);
  await foundIn(page, 'wiki', query);
  await eventRow(page, /PageEdited|PageCreated/)
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first.page);
});

test('github-events: what people did to repositories, by type and by person', async ({ page, instance }) => {
  await importGitHub(instance, 'hub');
  await searchable(page.request, 120_000);
  const line = z.object({ type: z.string(), actor: z.object({ login: z.string() }) });
  const events = readLines('github-events/2021-07-21-few-hours.json').map((text) =>
    line.parse(JSON.parse(text)),
  );
  const pushes = events.filter(({ type }) => type === 'PushEvent');
  expect(await countOf(page.request, 'hub', 'type:PushEvent')).toBe(pushes.length);
  const busiest = mostOften(events.map(({ actor }) => actor.login));
  const query = `actor:${JSON.stringify(busiest.name)}`;
  expect(await countOf(page.request, 'hub', query)).toBe(busiest.times);
  await foundIn(page, 'hub', query);
  await expect(grid(page).getByRole('row').nth(1)).toContainText(busiest.name);
});

test('cloudtrail: calls that were refused are found among those that changed something', async ({
  page,
  instance,
}) => {
  await importCloudTrail(instance, 'trail');
  await searchable(page.request, 120_000);
  const record = z.object({ errorCode: z.string().optional(), eventName: z.string() });
  const records = readLines('cloudtrail/events.ndjson').map((text) => record.parse(JSON.parse(text)));
  const refused = records.filter(({ errorCode }) => errorCode !== undefined).length;
  expect(await countOf(page.request, 'trail', 'payload.errorCode')).toBe(refused);
  const denied = records.filter(({ errorCode }) => errorCode === 'AccessDenied').length;
  expect(await countOf(page.request, 'trail', 'payload.errorCode=AccessDenied')).toBe(denied);
  await foundIn(page, 'trail', 'payload.errorCode=AccessDenied');
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
});

function mostOften(names: readonly string[]): { readonly name: string; readonly times: number } {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[name, times] = ['', 0]] = [...counts].sort(([, one], [, other]) => other - one);
  return { name, times };
}
