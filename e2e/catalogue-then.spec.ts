/** Event types and the event model at the moment of the header: what had come by then, and nothing of what came later. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { searchable } from './searchable.ts';

const THEN = '2025-10-01T12:34:56Z';
/** The weight becomes a number, and a note appears, on the third day. */
const BOXES = [
  { id: 'b-1', what: 'Weighed', at: '2026-03-01T10:00:00Z', content: { weight: '1.5 kg' } },
  { id: 'b-1', what: 'Packed', at: '2026-03-01T11:00:00Z', content: {} },
  { id: 'b-2', what: 'Weighed', at: '2026-03-02T10:00:00Z', content: { weight: '2 kg' } },
  { id: 'b-2', what: 'Weighed', at: '2026-03-03T10:00:00Z', content: { weight: 2, note: 'heavy' } },
];
const SECOND_DAY = '2026-03-02T10:00:00Z';

test.beforeAll(async ({ instance }) => {
  const how = ['import', '-', '--format', 'ndjson', '--entity-type', 'box', '--entity-id', '/id'];
  const what = ['--event-type', '/what', '--payload', '/content'];
  const when = ['--occurred-at', '/at', '--recorded-at', '/at'];
  const named = ['--namespace', 'boxes-then', '--source', 'boxes then', '--fold', 'merge'];
  const lines = BOXES.map((line) => `${JSON.stringify(line)}\n`).join('');
  const imported = await instance.command([...how, ...what, ...when, ...named], lines);
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
});

test.beforeEach(async ({ request }) => {
  await searchable(request);
  await expect
    .poll(async () => {
      const { countedTo, head } = await (await request.get('/api/v1/types')).json();
      return countedTo === head;
    })
    .toBe(true);
});

const sign = (page: Page) => page.getByRole('region', { name: 'Time of the page' });
const row = (page: Page, type: string) => page.getByRole('row', { name: new RegExp(`^${type}\\b`) });

/** How many events a search finds as of then. */
async function found(request: APIRequestContext, q: string, axis = 'recorded'): Promise<number> {
  const query = new URLSearchParams({ ns: 'demo', q, as_of: THEN, axis });
  return (await (await request.get(`/api/v1/events/summary?${query}`)).json()).events;
}

for (const axis of ['recorded', 'occurred'])
  test(`event types are those that had come by then, as often as a search finds them, ${axis}`, async ({
    page,
    request,
  }) => {
    await page.goto(`/types?${new URLSearchParams({ ns: 'demo', asof: THEN, axis })}`);
    await expect(sign(page)).toContainText('As of 1 October 2025, 12:34:56 UTC');
    for (const type of ['OrderPlaced', 'ParcelScanned']) {
      const events = await found(request, `type:${type}`, axis);
      expect(events).toBeGreaterThan(0);
      await expect(row(page, type)).toContainText(events.toLocaleString('en'));
    }
    await row(page, 'OrderPlaced').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('OrderPlaced');
    await expect(page.getByText(/^\d+ events of order/)).toContainText(
      `${await found(request, 'type:OrderPlaced', axis)} events`,
    );
    await page.getByRole('link', { name: 'Find all of them' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('asof') === THEN);
  });

test('payloads look as they did by then: neither a field nor a change that came later', async ({ page }) => {
  const payload = page.getByRole('region', { name: 'Payload' });
  const changes = page.getByRole('region', { name: 'Changes of the payload' });
  await page.goto(`/types/Weighed?ns=boxes-then&asof=${SECOND_DAY}`);
  await expect(payload.getByText('As 2 payloads of schema version 1 were stored')).toBeVisible();
  await expect(payload.getByRole('row', { name: /weight/ })).toContainText('string');
  await expect(payload.getByRole('row', { name: /weight/ })).not.toContainText('number');
  await expect(changes.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(payload.getByRole('row', { name: /weight/ })).toContainText('string or number');
  await expect(changes.getByText('/note appeared.', { exact: false })).toBeVisible();
});

test('the model has the steps that had come by then, and their examples', async ({ page, request }) => {
  await page.goto(`/model?ns=demo&type=order&asof=${THEN}&before=OrderPlaced&behind=OrderPaid`);
  const paid = page.getByRole('row', { name: /^OrderPlaced → OrderPaid/ });
  const query = new URLSearchParams({ ns: 'demo', entityType: 'order' });
  const timesOf = async (asOf: string): Promise<number> => {
    const { steps } = await (await request.get(`/api/v1/model?${query}&as_of=${asOf}`)).json();
    return steps.find(
      (step: { before: string; after: string }) =>
        step.before === 'OrderPlaced' && step.after === 'OrderPaid',
    ).events;
  };
  const then = await timesOf(THEN);
  expect(then).toBeLessThan(await timesOf('latest'));
  await expect(paid.getByRole('cell').first()).toHaveText(then.toLocaleString('en'));
  const first = page
    .getByRole('region', { name: 'OrderPlaced → OrderPaid' })
    .getByRole('listitem')
    .first()
    .getByRole('time');
  const shown = await first.getAttribute('datetime');
  expect(Date.parse(shown ?? '')).toBeLessThanOrEqual(Date.parse(THEN));
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(paid.getByRole('cell').first()).not.toHaveText(then.toLocaleString('en'));
});

test('where nothing had come, and where a position is asked for, each page says so', async ({ page }) => {
  for (const path of ['/types?ns=boxes-then', '/model?ns=boxes-then']) {
    await page.goto(`${path}&asof=2026-02-01T00:00:00Z`);
    await expect(page.getByText('No event had come by then')).toBeVisible();
    await expectNothingSerious(page);
    await page.getByRole('main').getByRole('link', { name: 'Back to now' }).click();
    await expect(
      page
        .getByRole('table')
        .getByRole('link', { name: /Weighed/ })
        .first(),
    ).toBeVisible();
    await page.goto(`${path}&asof=@1`);
    await expect(sign(page)).toContainText('counts by clocks, which know no position');
    await expect(
      page
        .getByRole('table')
        .getByRole('link', { name: /Weighed/ })
        .first(),
    ).toBeVisible();
  }
  await page.goto('/types/Packed?ns=boxes-then&asof=2026-03-01T10:30:00Z');
  await expect(page.getByText('No event of this type had come by then')).toBeVisible();
});
