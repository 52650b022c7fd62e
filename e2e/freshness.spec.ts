/** Up to which event what is read beside the log has come: said of each, moved by what is appended, and said while it is behind. */
import type { Locator, Page } from '@playwright/test';
import { whileHeldBack } from '../lib/testing/held-back.ts';
import { expect, type Instance, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const MODELS = [
  ['search', 'Searchable'],
  ['changes', 'Change log'],
  ['catalogue', 'Event catalogue'],
] as const;

/** Another source each time: of one that was there already nothing is appended. */
let sources = 0;

async function append({ command }: Instance, events = 1): Promise<void> {
  sources += 1;
  const source = `fresh-${sources}`;
  const lines = Array.from({ length: events }, (_, n) => `{"id":"p-fresh","type":"FreshSeen","n":${n}}\n`);
  const names = ['--entity-type', 'parcel', '--entity-id', '/id', '--event-type', '/type'];
  const done = await command(
    ['import', '-', '--format', 'ndjson', '--source', source, ...names],
    lines.join(''),
  );
  expect(done).toMatchObject({ exitCode: 0 });
}

async function headOf(page: Page): Promise<number> {
  return Number((await (await page.request.get('/api/v1/events?limit=1')).json()).head);
}

const at = (position: number): string => `@${position.toLocaleString('en')}`;

/** A term of the status page, with what is said of it. */
const fact = (page: Page, term: string): Locator =>
  page
    .getByRole('region', { name: 'The store' })
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) });

/** The status page does not follow the log. */
async function expectOnStatus(page: Page, said: readonly (readonly [term: string, words: string])[]) {
  await expect(async () => {
    await page.goto('/status');
    for (const [term, words] of said) await expect(fact(page, term)).toContainText(words, { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

test.beforeEach(async ({ request }) => searchable(request));

test('the status page says up to where each has come, and events that are appended move them all', async ({
  page,
  instance,
}) => {
  const head = await headOf(page);
  for (const now of [head, head + 3]) {
    if (now > head) await append(instance, 3);
    await expectOnStatus(page, [
      ['Head position', `@${now}`],
      ...MODELS.flatMap(([, term]) => [
        [term, `Up to @${now}`] as const,
        [term, 'At the head of the log.'] as const,
      ]),
    ]);
  }
});

for (const [model, term] of MODELS)
  test(`the status page says how far the ${model} model is behind, and that it has come on`, async ({
    page,
    instance,
  }) => {
    const head = await headOf(page);
    await whileHeldBack(instance.dataDir, model, async () => {
      await append(instance);
      await expectOnStatus(page, [
        ['Head position', `@${head + 1}`],
        [term, `Up to @${head}`],
        [term, '1 event behind the log, and catching up.'],
      ]);
      await append(instance, 2);
      await expectOnStatus(page, [[term, '3 events behind the log, and catching up.']]);
    });
    await expectOnStatus(page, [
      [term, `Up to @${head + 3}`],
      [term, 'At the head of the log.'],
    ]);
  });

const counted = (page: Page): Locator =>
  page.getByRole('paragraph').filter({ has: page.getByRole('link', { name: 'status page' }) });

test('the overview says up to where it counted and since when, and what is still to be counted', async ({
  page,
  instance,
}) => {
  await page.goto('/');
  const head = await headOf(page);
  const line = counted(page);
  await expect(line).toContainText(`Counted up to ${at(head)}, which is all of the log`);
  const before = Date.parse((await line.getByRole('time').getAttribute('datetime')) ?? '');
  await append(instance);
  await expect(line).toContainText(`Counted up to ${at(head + 1)}, which is all of the log`);
  await expect
    .poll(async () => Date.parse((await line.getByRole('time').getAttribute('datetime')) ?? ''))
    .toBeGreaterThan(before);

  await whileHeldBack(instance.dataDir, 'search', async () => {
    await append(instance);
    await page.goto('/');
    await expect(line).toContainText(`The log is at ${at(head + 2)}: 1 event is still to be counted`);
    await append(instance);
    await page.goto('/');
    await expect(line).toContainText(`The log is at ${at(head + 3)}: 2 events are still to be counted`);
  });
  await expect(line).toContainText(`Counted up to ${at(head + 3)}, which is all of the log`);

  await whileHeldBack(instance.dataDir, 'changes', async () => {
    await append(instance);
    await expect(line).toContainText(
      `The log is at ${at(head + 4)}: events are counted up to there, and which fields changed is known of all but 1 event`,
    );
  });
  await expect(line).toContainText(`Counted up to ${at(head + 4)}, which is all of the log`);
});

test('the page of all events says up to where it looked and how long ago, and what came since', async ({
  page,
  instance,
}) => {
  await page.goto('/events');
  const head = await headOf(page);
  const line = page
    .getByRole('main')
    .getByRole('paragraph')
    .filter({ hasText: /up to @/ });
  const lookAgain = page.getByRole('button', { name: 'Look again' });
  await expect(line).toContainText(`up to ${at(head)}, `);
  await expect(line).toContainText(/, \d+ s ago$/);
  await lookAgain.click();
  await expect(line).toContainText(`up to ${at(head)}, just now`);

  await whileHeldBack(instance.dataDir, 'search', async () => {
    await append(instance, 2);
    await lookAgain.click();
    await expect(line).toContainText(
      new RegExp(`up to ${at(head)}, .*; what came since, up to ${at(head + 2)}, is counted in a moment$`),
    );
  });
  await expect(async () => {
    await lookAgain.click();
    await expect(line).toContainText(`up to ${at(head + 2)}, `, { timeout: 1_000 });
    await expect(line).not.toContainText('came since', { timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});
