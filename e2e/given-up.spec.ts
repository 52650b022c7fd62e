/** Questions that the database takes too long over: its tables are held by somebody else for as long. */
import type { Page } from '@playwright/test';
import { whileLocked } from '../lib/testing/held-back.ts';
import { expectNothingSerious } from './axe.ts';
import { expect, test } from './fixtures.ts';

/** What every page is read from, and no page is without. */
const TABLES = ['searchable_event', 'change', 'rollup', 'catalogue_type'];

const PAGES = [
  { address: '/events?q=path:/status', ways: ['The last day', 'The last week', 'Try again'] },
  { address: '/entities?q=state:/status=shipped', ways: ['Only parcel', 'Without the query', 'Try again'] },
  {
    address: '/sequences?q=ParcelCreated -> ParcelDelivered',
    ways: ['Of the last week', 'Of the last month', 'All of it as a file (it may take ten minutes)'],
  },
  { address: '/compare?from=@1&to=@20&v=1', ways: [] },
  { address: '/actors/clerk', ways: ['The events of this actor', 'Those of the last week'] },
  { address: '/types', ways: ['Try again'] },
  { address: '/types/ParcelCreated', ways: ['Try again', 'All event types'] },
  { address: '/model?type=parcel', ways: ['Try again'] },
  { address: '/?ns=main', ways: ['24 hours', '7 days', '30 days', 'The events'] },
];

test('every page that asks the store says that it gave up, and what to ask instead', async ({
  context,
  instance,
}) => {
  test.setTimeout(180_000);
  const pages = await Promise.all(PAGES.map(async (asked) => ({ ...asked, page: await context.newPage() })));
  await whileLocked(instance.dataDir, TABLES, async () => {
    await Promise.all(
      pages.map(async ({ page, address, ways }) => {
        await page.goto(address, { timeout: 60_000 });
        const main = page.getByRole('main');
        await expect(main.getByText(/took too long/), address).toBeVisible({ timeout: 60_000 });
        for (const words of ways) await expect(wayOut(page, words), `${address}: ${words}`).toBeVisible();
      }),
    );
  });
  for (const { page, address } of pages) {
    await page.screenshot({ path: test.info().outputPath(`${address.replaceAll(/\W+/g, '-')}.png`) });
    await expectNothingSerious(page);
  }
  for (const { page, ways } of pages) {
    const [first] = ways;
    if (first === undefined) continue;
    await wayOut(page, first).click();
    await expect(page.getByRole('main').getByText(/took too long/)).toBeHidden({ timeout: 30_000 });
  }
});

const wayOut = (page: Page, words: string) =>
  page
    .getByRole('main')
    .getByRole('link', { name: words, exact: true })
    .or(page.getByRole('main').getByRole('button', { name: words, exact: true }));
