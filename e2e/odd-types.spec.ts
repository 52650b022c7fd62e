/** Event types whose names are no words, very many types, one type, and one event: every page of the catalogue takes them. */
import type { Page } from '@playwright/test';
import { looksAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

const LONG = 'SomethingWithAVeryLongNameHappened'.repeat(6).slice(0, 200);
/** As written, as a heading says it, and as a link does, which sets apart what cannot be seen. */
const NAMES = [
  ['with spaces in it'],
  ['"quoted" \'twice\''],
  ['הזמנה התקבלה'],
  ['\u202egnp.txt', '⟨U+202E⟩gnp.txt', 'U+202Egnp.txt'],
  ['bell\u0007', 'bell⟨U+0007⟩', 'bellU+0007'],
  ['a -> b within 3d'],
  ['no'],
  ['<b>a/b?c#d%20</b>'],
  [LONG],
].map(([name = '', heading = name, link = name]) => ({ name, heading, link }));

interface Line {
  readonly id: string;
  readonly what: string;
  readonly nth: number;
}

const LOGS: Readonly<Record<string, readonly Line[]>> = {
  'odd-names': ['x', 'y'].flatMap((id) =>
    NAMES.map(({ name }, nth) => ({ id, what: name, nth: nth + (id === 'x' ? 0 : 100) })),
  ),
  'many-types': Array.from({ length: 600 }, (_none, nth) => ({
    ...{ id: `m-${nth % 5}`, what: `Kind${nth % 300}.happened`, nth },
  })),
  'one-type': Array.from({ length: 20 }, (_none, nth) => ({ id: `o-${nth % 3}`, what: 'Same', nth })),
  'one-event': [{ id: 'only', what: 'Only', nth: 0 }],
};

test.beforeAll(async ({ instance }) => {
  const how = ['import', '-', '--format', 'ndjson', '--entity-type', 'thing', '--entity-id', '/id'];
  const what = ['--event-type', '/what', '--occurred-at', '/at', '--recorded-at', '/at'];
  for (const [namespace, lines] of Object.entries(LOGS)) {
    const written = lines.map(({ id, what: type, nth }) => {
      const at = new Date(Date.UTC(2026, 2, 1) + nth * 3_600_000 + 1).toISOString();
      return `${JSON.stringify({ id, what: type, at, [type]: { nth } })}\n`;
    });
    const named = ['--namespace', namespace, '--source', namespace];
    const imported = await instance.command([...how, ...what, ...named], written.join(''));
    expect(imported.stderr + imported.exitCode).toMatch(/0$/);
  }
  await expect
    .poll(async () => {
      const { countedTo, head } = await (await fetch(`${instance.url}/api/v1/types`)).json();
      return countedTo === head;
    })
    .toBe(true);
});

const main = (page: Page) => page.getByRole('main');

test('each odd name is shown so that one can see it, opens, and is found in the model and in a sequence', async ({
  page,
}) => {
  await page.goto('/types?ns=odd-names');
  for (const [at, { heading, link }] of NAMES.entries()) {
    await main(page).getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByText('2 events of thing', { exact: false })).toBeVisible();
    const next = NAMES[at + 1];
    const around = page.getByRole('region', { name: 'Before and after' });
    if (next !== undefined)
      await expect(around.getByRole('link', { name: next.link, exact: true })).toBeVisible();
    await page.goBack();
  }
  await page.goto('/model?ns=odd-names');
  for (const [at, { link }] of NAMES.entries()) {
    const next = NAMES[at + 1];
    const step = `${link} → ${next?.link ?? 'End'}`;
    await expect(page.getByRole('table').getByRole('link', { name: step, exact: true })).toBeVisible();
  }
  await page.goto('/sequences?ns=odd-names');
  await page.getByRole('combobox', { name: 'Event type of step 1' }).fill('"with spaces in it"');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: 'Event type of step 2' }).fill('"a -> b within 3d"');
  await page.getByRole('textbox', { name: 'Sequence' }).press('Enter');
  const funnel = page.getByRole('table', { name: 'How many got how far' });
  await expect(funnel.getByRole('row').nth(2).getByRole('cell').first()).toHaveText('2');
});

test('of very many types each is listed, and the model says how many steps it does not draw', async ({
  page,
}) => {
  await page.goto('/types?ns=many-types');
  await expect(main(page).getByText('300 types of events', { exact: false })).toBeVisible();
  await expect(main(page).getByRole('row')).toHaveCount(301);
  await page.goto('/model?ns=many-types');
  await expect(main(page).getByText(/\d+ steps of \d+ are drawn/)).toBeVisible();
  await expect(main(page).getByText(/Hidden: \d+ rarer steps and \d+ types of events/)).toBeVisible();
});

test('one type alone and one event alone have their model', async ({ page }) => {
  await page.goto('/model?ns=one-type');
  await expect(page.getByRole('table').getByRole('link', { name: 'Same → Same' })).toBeVisible();
  await page.goto('/model?ns=one-event');
  await expect(main(page).getByText('1 stream of thing: 1 event of 1 type.', { exact: false })).toBeVisible();
  await page.goto('/types/Only?ns=one-event');
  await expect(page.getByText('Nothing: it began the stream')).toBeVisible();
});

looksAccessible([
  { name: 'all types', path: '/types?ns=odd-names' },
  { name: 'a long type', path: `/types/${LONG}?ns=odd-names` },
  { name: 'a type that runs backwards', path: `/types/${encodeURIComponent('\u202egnp.txt')}?ns=odd-names` },
  { name: 'the model', path: '/model?ns=odd-names' },
  { name: 'the model of very many', path: '/model?ns=many-types' },
  { name: 'the model of one event', path: '/model?ns=one-event' },
  {
    name: 'a sequence',
    path: `/sequences?ns=odd-names&q=${encodeURIComponent(`${JSON.stringify(LONG)} -> *`)}`,
  },
]);
