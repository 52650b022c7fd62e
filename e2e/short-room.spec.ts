/** Where room is short, what somebody relies on is still read in whole: values, the zone, who and what a column is of, instants. */
import type { Page } from '@playwright/test';
import { expectFits } from './axe.ts';
import { cutTexts } from './cut-texts.ts';
import { expect, test } from './fixtures.ts';
import { diffPane, eventPane, stateTree } from './panes.ts';
import { openEntity } from './timeline.ts';

const asAuditor = (page: Page, url: string) =>
  page.context().addCookies([{ name: 'chronoscope-face', value: 'auditor', url }]);

const TOGETHER = [
  'staff/tove.lind',
  'refund/R-2071',
  'order/O-1209',
  'customer/C-1187',
  'order/O-1171',
  'product/A-100',
];

for (const count of [3, 4, 6]) {
  test(`beside ${count - 1} others a number is never cut to look like another`, async ({ page, baseURL }) => {
    await asAuditor(page, baseURL);
    const entities = TOGETHER.slice(0, count).map((entity) => `e=${encodeURIComponent(entity)}`);
    await openEntity(page, `/together?ns=demo&${entities.join('&')}&at=2026-03-14T16:00:00Z`);
    await expect(stateTree(page)).toHaveCount(count);
    const numbers = stateTree(page).locator('[data-value]').filter({ hasText: /\d/ });
    await expect(numbers.filter({ hasText: '20000' })).toBeVisible();
    for (const tree of await stateTree(page).all()) {
      const cut = await cutTexts(tree, '[data-value]');
      expect(cut.filter((text) => /^[-+\d.,]+$/.test(text))).toEqual([]);
      // Of whatever else there is, the beginning.
      const widths = await tree
        .locator('[data-value]')
        .evaluateAll((values) =>
          values.map((value) => Math.min(value.scrollWidth, value.getBoundingClientRect().width)),
        );
      expect(Math.min(...widths)).toBeGreaterThan(24);
    }
    await expectFits(page);
  });
}

for (const timezoneId of ['Europe/Oslo', 'America/Los_Angeles']) {
  test.describe(`in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('the zone of the machine leaves the header one row, in which entity and offset are read', async ({
      page,
      baseURL,
    }) => {
      await asAuditor(page, baseURL);
      await openEntity(page, '/entities/staff/tove.lind?ns=demo&at=31&tz=local&v=1');
      const zone = page.getByRole('combobox', { name: 'Time zone' });
      await expect(zone.locator('option:checked')).toHaveText(/^Local [-+]0\d:00$/);
      await expect(zone).toHaveAttribute('title', new RegExp(timezoneId.replace('_', '.')));
      await expect(zone.locator('optgroup').first()).toHaveAttribute(
        'label',
        `This machine: ${timezoneId.replace('_', ' ')}`,
      );
      const header = page.getByRole('banner');
      expect((await header.boundingBox())?.height).toBeLessThan(60);
      expect(await cutTexts(header.getByRole('heading', { level: 1 }), 'b')).toEqual([]);
      expect(await widthLacking(page)).toBeLessThanOrEqual(0);
      for (const time of await eventPane(page).locator('dd time').all())
        expect((await time.boundingBox())?.height).toBeLessThan(24);

      await page.setViewportSize({ width: 390, height: 844 });
      expect(await widthLacking(page)).toBeLessThanOrEqual(0);
    });
  });
}

/** Pixels that the choice of the zone is too narrow for what it says. */
function widthLacking(page: Page): Promise<number> {
  return page.getByRole('combobox', { name: 'Time zone' }).evaluate((element: HTMLSelectElement) => {
    const free = element.cloneNode(true) as HTMLSelectElement;
    free.value = element.value;
    free.style.maxWidth = 'none';
    free.style.position = 'absolute';
    element.parentElement?.append(free);
    const lacking = free.getBoundingClientRect().width - element.getBoundingClientRect().width;
    free.remove();
    return lacking;
  });
}

test('a zone that is chosen from all of them is said by its city, and named in full', async ({ page }) => {
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&at=31&tz=America%2FArgentina%2FBuenos_Aires&v=1');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await expect(zone.locator('option:checked')).toHaveText('Buenos Aires -03:00');
  await expect(zone).toHaveAttribute('title', /^America\/Argentina\/Buenos Aires/);
  expect(await widthLacking(page)).toBeLessThanOrEqual(0);
});

test('the headings of a split diff say when, what and by whom', async ({ page, baseURL }) => {
  await asAuditor(page, baseURL);
  await openEntity(page, '/entities/order/O-1162?ns=demo&a=1&b=18&d=split&v=1');
  const headings = diffPane(page).getByTestId('side-headings');
  await expect(headings).toContainText('2025-11-28 08:18:25.137063 UTC');
  await expect(headings).toContainText(/Order placed.*customer:C-1087/);
  await expect(headings).toContainText(/Order refunded.*shop/);
  expect(await cutTexts(headings)).toEqual([]);
});

test('a state that shows nothing still fills its pane', async ({ page }) => {
  const bottomOf = async (label: string) => {
    const box = await page.getByText(label).first().boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await openEntity(page, '/entities/order/O-1171?ns=demo&v=1');
  const bottom = await bottomOf('State by reducer order');
  await page.getByRole('textbox', { name: 'Find in the state' }).fill('zzz');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  expect(await bottomOf('State by reducer order')).toBeCloseTo(bottom, 0);

  await openEntity(page, '/together?ns=demo&e=staff/tove.lind&e=refund/R-2071&at=2026-03-14T02:13:00Z');
  await expect(page.getByText('It did not exist yet')).toBeVisible();
  expect(await bottomOf('State by reducer refund')).toBeCloseTo(await bottomOf('State by reducer staff'), 0);
});

test('an instant in a sentence or a table breaks before its time, and nowhere else', async ({
  page,
  baseURL,
}) => {
  await asAuditor(page, baseURL);
  await openEntity(page, '/entities/product/A-100?ns=demo&at=513&v=1');
  expect(await brokenInstants(page, 'region', 'Event')).toEqual([]);
  await openEntity(page, '/entities/staff/tove.lind?ns=demo&a=29&b=31&d=table&v=1');
  await expect(diffPane(page).getByRole('grid', { name: 'Changes' })).toContainText('2026-03-02T10:03');
  expect(await brokenInstants(page, 'region', 'Diff')).toEqual([]);
});

/** Dates, times and fractions of seconds that go over the end of a line, wherever marks begin in them. */
function brokenInstants(page: Page, role: 'region', name: string): Promise<readonly string[]> {
  return page.getByRole(role, { name, exact: true }).evaluate((element) => {
    const places: { readonly node: Text; readonly from: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let whole = '';
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      places.push({ node, from: whole.length });
      whole += node.data;
    }
    const topAt = (at: number): number | undefined => {
      const place = places.findLast(({ from }) => from <= at);
      if (place === undefined) return undefined;
      const range = document.createRange();
      range.setStart(place.node, at - place.from);
      range.setEnd(place.node, at - place.from + 1);
      return range.getBoundingClientRect().bottom;
    };
    const parts = [...whole.matchAll(/\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\.\d{6}Z/g)];
    return parts.flatMap(({ 0: part, index }) => {
      const lines = Array.from(part, (_, offset) => Math.round(topAt(index + offset) ?? 0));
      return Math.max(...lines) - Math.min(...lines) < 8 ? [] : [part];
    });
  });
}
