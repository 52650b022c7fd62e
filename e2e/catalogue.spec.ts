/** Which types of events there are, what their payloads look like, and which follows which. */
import type { Page } from '@playwright/test';
import { looksAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const LONG = 'A'.repeat(120);
const LINES = Object.fromEntries(Array.from({ length: 60 }, (_, nth) => [`line-${nth + 1}`, nth]));

/** The weight becomes a number with the third parcel, which is also the first with a note; one type is named as no path may be. */
const DRIFT = [
  { id: 'd-1', what: 'Weighed', at: '2026-03-01T10:00:00Z', content: { weight: '1.5 kg' } },
  { id: 'd-1', what: '..', at: '2026-03-01T11:00:00Z', content: {} },
  { id: 'd-2', what: 'Weighed', at: '2026-03-02T10:00:00Z', content: { weight: '2 kg' } },
  { id: 'd-3', what: 'Weighed', at: '2026-03-03T14:02:00Z', content: { weight: 2.25, note: 'heavy' } },
  { id: 'd-4', what: 'ORDER_PLACEMENT_CONFIRMED', at: '2026-03-03T14:30:00Z', content: {} },
  { id: 'd-4', what: LONG, at: '2026-03-03T14:31:00Z', content: {} },
  {
    id: 'd-4',
    what: '注文が確定しましたので発送の準備をお願いいたします至急',
    at: '2026-03-03T14:32:00Z',
    content: {},
  },
  { id: 'd-4', what: 'Listed', at: '2026-03-03T14:33:00Z', content: LINES },
  { id: 'd-3', what: 'a/b?<i>', at: '2026-03-03T15:00:00Z', content: {} },
];

test.beforeAll(async ({ instance }) => {
  const how = ['import', '-', '--format', 'ndjson', '--entity-type', 'box', '--entity-id', '/id'];
  const where = [
    '--event-type',
    '/what',
    '--occurred-at',
    '/at',
    '--recorded-at',
    '/at',
    '--payload',
    '/content',
  ];
  const lines = DRIFT.map((line) => `${JSON.stringify(line)}\n`).join('');
  const named = ['--namespace', 'drift', '--source', 'boxes', '--fold', 'merge'];
  const imported = await instance.command([...how, ...where, ...named], lines);
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
  await catalogued(instance.url);
});

/** The catalogue follows right behind the log. */
async function catalogued(url: string): Promise<void> {
  await expect
    .poll(async () => {
      const { countedTo, head } = await (await fetch(`${url}/api/v1/types?ns=drift`)).json();
      return countedTo === head;
    })
    .toBe(true);
}

const main = (page: Page) => page.getByRole('main');
const drawing = (page: Page) => page.getByRole('region', { name: 'Drawing of the steps' });
const examples = (page: Page, name: string) => page.getByRole('region', { name });

test('the types of events are listed, filtered and put in order, and each opens', async ({ page }) => {
  await page.goto('/types?ns=demo');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Event types');
  const rows = main(page).getByRole('row');
  await expect(rows.nth(1)).toContainText('ParcelScanned');
  await expect(page.getByRole('row', { name: /OrderPlaced/ })).toContainText('2 versions');
  await page.getByRole('searchbox', { name: 'Name contains' }).fill('cart');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Name');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/q=cart&sort=name/);
  await expect(rows.nth(1)).toContainText('CartAbandoned');
  await expect(main(page).getByText(/types; the others are hidden by the filter/)).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Event type' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await page.getByRole('link', { name: 'CartCheckedOut' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CartCheckedOut');
});

test('a type says when its payload changed, with the event that shows it', async ({ page }) => {
  await page.goto('/types/Weighed?ns=drift');
  const changes = page.getByRole('region', { name: 'Changes of the payload' });
  await expect(
    changes.getByText('/weight was a string until 2 March 2026, 10:00:00 UTC, and is a number since.'),
  ).toBeVisible();
  const appeared = changes.getByRole('listitem').filter({ hasText: '/note appeared.' });
  await expect(appeared).toContainText('2026-03-03 14:02:00 UTC');
  const weight = page.getByRole('region', { name: 'Payload' }).getByRole('row', { name: /weight/ });
  await expect(weight).toContainText('string or number');
  await expect(weight).toContainText('100 %');
  await appeared.getByRole('link', { name: 'box d-3 #1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('box/d-3');
  await expect(page).toHaveURL(/at=1/);
});

test('a type shows its newest payload as it is stored', async ({ page }) => {
  await page.goto('/types/Weighed?ns=drift');
  const example = page.getByRole('region', { name: 'An example' });
  await expect(example.getByRole('link', { name: 'box d-3 #1' })).toBeVisible();
  await expect(example.getByRole('region', { name: 'Payload text' })).toContainText('"weight": 2.25');
  await expect(example.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
});

test('a long payload is folded after some lines and opens where it stands', async ({ page }) => {
  await page.goto('/types/Listed?ns=drift');
  const example = page.getByRole('region', { name: 'An example' });
  const payload = example.getByRole('region', { name: 'Payload text' });
  await expect(payload).toContainText('"line-1"');
  await expect(payload).not.toContainText('"line-60"');
  await example.getByRole('button', { name: 'Show all 62 lines' }).click();
  await expect(payload).toContainText('"line-60"');
});

test('an example is of no event that came after the moment of the page', async ({ page }) => {
  await page.goto('/types/Weighed?ns=drift&asof=2026-03-02T12:00:00Z');
  const example = page.getByRole('region', { name: 'An example' });
  await expect(example.getByRole('region', { name: 'Payload text' })).toContainText('"weight": "2 kg"');
});

test('every name of the drawing stands in its box, and the whole of it is said', async ({ page }) => {
  await page.goto('/model?ns=drift&type=box');
  await expect(
    drawing(page).getByRole('link', { name: /^ORDER_PLACEMENT_CONFIRMED: 1 event/ }),
  ).toBeVisible();
  await expect(drawing(page).getByRole('link', { name: new RegExp(`^${LONG}: 1 event`) })).toBeVisible();
  const over = await drawing(page)
    .locator('a:has(rect) text')
    .evaluateAll((texts) =>
      texts.flatMap((text) => {
        const box = text.closest('a')?.querySelector('rect')?.getBoundingClientRect();
        const room = (box?.right ?? 0) - text.getBoundingClientRect().right;
        return room < 4 ? [`${text.textContent}: ${room}`] : [];
      }),
    );
  expect(over).toEqual([]);
});

test('a type says what each schema version changed, and what stands around it', async ({ page }) => {
  await page.goto('/types/OrderPlaced?ns=demo');
  const payload = page.getByRole('region', { name: 'Payload' });
  await expect(payload.getByRole('row', { name: /currency/ })).toBeVisible();
  await expect(payload.getByText('upcasters read version 1', { exact: false })).toBeVisible();
  await payload.getByRole('link', { name: /Version 1/ }).click();
  await expect(page).toHaveURL(/schema=1/);
  await expect(payload.getByRole('row', { name: /customerId/ })).toBeVisible();
  await expect(page.getByText(/The first event in schema version 2\. New:/)).toBeVisible();
  const around = page.getByRole('region', { name: 'Before and after' });
  await expect(around.getByText('Nothing: it began the stream')).toBeVisible();
  await around.getByRole('link', { name: 'OrderPaid' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('OrderPaid');
});

test('types whose names are no words open as others do, and one that there is not says so', async ({
  page,
}) => {
  await page.goto('/types?ns=drift');
  for (const name of ['..', 'a/b?<i>']) {
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByText('1 event of box', { exact: false })).toBeVisible();
    await page.goBack();
  }
  await page.goto('/types/Gone?ns=drift');
  await expect(page.getByText('No event has this type')).toBeVisible();
});

test('a step of the model opens the moments at which it happened, by mouse and by keys', async ({
  page,
  request,
}) => {
  await searchable(request);
  await page.goto('/model?ns=demo&type=order');
  const step = drawing(page).getByRole('link', {
    name: /^OrderPlaced → OrderCancelled: \d+ times, typically/,
  });
  await step.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/before=OrderPlaced&behind=OrderCancelled/);
  const found = examples(page, 'OrderPlaced → OrderCancelled');
  const first = found.getByRole('link', { name: /^order O-\d+ #2$/ }).first();
  const before = await first.textContent();
  await found.getByRole('link', { name: 'Older' }).click();
  await expect(first).not.toHaveText(before ?? '');
  await found.getByRole('link', { name: 'Newest' }).click();
  await expect(first).toHaveText(before ?? '');
  await first.click();
  await expect(page).toHaveURL(/\/entities\/order\/O-\d+\?.*at=2/);
});

test('a link that is followed while the slider still moves leads where it says', async ({ page }) => {
  await page.goto('/model?ns=demo&type=order');
  const slider = page.getByRole('slider', { name: 'Draw the most frequent' });
  await expect(page.getByText('All 22 steps are drawn.')).toBeVisible();
  const step = page.getByRole('table').getByRole('link', { name: 'OrderPlaced → OrderCancelled' });
  await step.click();
  const found = examples(page, 'OrderPlaced → OrderCancelled');
  const first = found.getByRole('link', { name: /^order O-\d+ #2$/ }).first();
  // The page that is asked for takes longer than the slider's address does.
  await page.route(/\/entities\/order\/.*_rsc/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('2 steps of 22 are drawn', { exact: false })).toBeVisible();
  await first.click();
  await expect(page).toHaveURL(/\/entities\/order\/O-\d+\?.*at=2/);
  await page.goBack();
  await expect(page).toHaveURL(/share=5/);
});

test('a type in the model opens its events, and the beginning and the end of streams theirs', async ({
  page,
}) => {
  await page.goto('/model?ns=demo&type=order');
  await drawing(page)
    .getByRole('link', { name: /^OrderCancelled: \d+ events/ })
    .click();
  await expect(examples(page, 'OrderCancelled').getByRole('listitem').first()).toContainText('order O-');
  await page.getByRole('table').getByRole('link', { name: 'OrderCancelled → End' }).click();
  await expect(examples(page, 'OrderCancelled → End').getByRole('listitem').first()).toContainText(
    'order O-',
  );
  await page.getByRole('link', { name: 'Close the examples' }).click();
  await expect(examples(page, 'OrderCancelled → End')).toHaveCount(0);
});

test('the slider hides the rarer steps, says how many, and the address keeps it', async ({ page }) => {
  await page.goto('/model?ns=demo&type=order');
  const slider = page.getByRole('slider', { name: 'Draw the most frequent' });
  await expect(page.getByText('All 22 steps are drawn.')).toBeVisible();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('2 steps of 22 are drawn', { exact: false })).toBeVisible();
  await expect(page.getByText('Hidden: 20 rarer steps', { exact: false })).toBeVisible();
  await expect(slider).toHaveAttribute('aria-valuetext', /2 steps of 22 are drawn/);
  await expect(drawing(page).getByRole('link', { name: /OrderCancelled/ })).toHaveCount(0);
  await expect(page).toHaveURL(/share=5/);
  await page.reload();
  await expect(page.getByText('2 steps of 22 are drawn', { exact: false })).toBeVisible();
});

test('a narrow window has the table instead of the drawing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/model?ns=demo&type=cart');
  await expect(drawing(page)).toBeHidden();
  await page.getByRole('link', { name: 'CartStarted → ItemAdded' }).click();
  await expect(examples(page, 'CartStarted → ItemAdded').getByRole('listitem').first()).toContainText(
    'cart ',
  );
});

test('the palette leads to both pages', async ({ page }) => {
  await page.goto('/status?ns=demo');
  for (const [typed, heading] of [
    ['event model', 'Event model'],
    ['event types', 'Event types'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: /^Search entities/ })).toBeFocused();
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: heading, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  }
});

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });

  test('the forms and links lead on', async ({ page }) => {
    await page.goto('/types?ns=demo');
    await page.getByRole('searchbox', { name: 'Name contains' }).fill('refund');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByRole('link', { name: 'OrderRefunded' })).toBeVisible();
    await page.goto('/model?ns=demo&type=cart&share=50');
    await expect(page.getByText('7 steps of 14 are drawn', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Draw' }).click();
    await expect(page).toHaveURL(/share=50/);
    await drawing(page)
      .getByRole('link', { name: /^Start → CartStarted/ })
      .click();
    await expect(examples(page, 'Start → CartStarted').getByRole('listitem').first()).toContainText('cart ');
  });
});

looksAccessible([
  { name: 'types', path: '/types?ns=demo' },
  { name: 'types, nothing found', path: '/types?ns=demo&q=nothing' },
  { name: 'one type', path: '/types/OrderPlaced?ns=demo' },
  { name: 'one type, with drift', path: '/types/Weighed?ns=drift' },
  { name: 'no such type', path: '/types/Gone?ns=drift' },
  { name: 'model', path: '/model?ns=demo&type=order&before=OrderPlaced&behind=OrderPaid' },
  { name: 'model, nothing there', path: '/model?ns=nowhere' },
]);
