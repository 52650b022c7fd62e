/** The header of every page: where one can go, and the one time that goes along. */
import type { Locator, Page } from '@playwright/test';
import { expectFits, expectNothingSerious } from './axe.ts';
import { causedEvent } from './caused-event.ts';
import { grid, openEvents, openWhole } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import { eventPane } from './panes.ts';
import { playhead } from './timeline.ts';

const NOON = '2026-03-14T12:00:00Z';
const PAGES = [
  ['Overview', '/'],
  ['Entities', '/entities'],
  ['Events', '/events'],
  ['Compare', '/compare'],
  ['Sequences', '/sequences'],
  ['Event types', '/types'],
  ['Event model', '/model'],
  ['Together', '/together'],
  ['Status', '/status'],
] as const;

const nav = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });
const menu = (page: Page): Locator => nav(page).locator('summary');
const sign = (page: Page): Locator => page.getByRole('region', { name: 'Time of the page' });
const asOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Show everything as of' });
const queryOf = (href: string | null): Readonly<Record<string, string>> =>
  Object.fromEntries(new URL(href ?? '', 'http://localhost').searchParams);

async function expectFit(page: Page): Promise<void> {
  await expectNothingSerious(page);
  await expectFits(page);
}

test('the status page writes its times in the zone of the header', async ({ page }) => {
  await page.goto('/status?ns=demo&tz=Asia/Kolkata');
  await expect(page.getByRole('region', { name: 'Imports' }).getByRole('time').first()).toContainText(
    '+05:30',
  );
});

for (const [width, height, isPhone] of [
  [1440, 900, false],
  [1024, 768, false],
  [768, 1024, false],
  [390, 844, true],
  [320, 640, true],
] as const) {
  test(`leads to every page at ${width} px, whatever has no room in the bar`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/status?ns=demo&asof=${NOON}`);
    const current = nav(page).getByRole('link', { name: 'Status' });
    await expect(current).toBeVisible({ visible: !isPhone });
    await menu(page).click();
    await expect(menu(page)).toHaveText(isPhone ? 'Menu' : 'More', { useInnerText: true });
    for (const [name, path] of PAGES) {
      const link = nav(page).getByRole('link', { name, exact: true });
      await expect(link).toHaveCount(1);
      const href = await link.getAttribute('href');
      expect(new URL(href ?? '', 'http://localhost').pathname).toBe(path);
      expect(queryOf(href)).toEqual({ ns: 'demo', asof: NOON });
      expect(await link.getAttribute('aria-current')).toBe(name === 'Status' ? 'page' : null);
    }
    await expectFit(page);
    // It closes by Escape, and the focus is where it was.
    await page.keyboard.press('Escape');
    await expect(nav(page).locator('details')).not.toHaveAttribute('open');
    await expect(menu(page)).toBeFocused();
  });
}

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false });
  test('the menu opens, leads on, and takes the time along', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/?ns=demo&asof=${NOON}`);
    await menu(page).click();
    await nav(page).getByRole('link', { name: 'Events' }).click();
    await expect(page).toHaveURL(/\/events\?/);
    await expect(sign(page)).toContainText('As of 14 March 2026, 12:00:00 UTC');
    await expect(page.getByText(/events recorded up to 2026-03-14 12:00:00 UTC/)).toBeVisible();
    await page.locator('summary', { hasText: 'Time of the app' }).click();
    await asOf(page).fill('@100');
    await page.getByRole('button', { name: 'Set the time' }).click();
    await expect(page.getByText(/events in the log up to @100/)).toBeVisible();
  });
});

test('the events obey the time, on both axes, and say so', async ({ page }) => {
  await openEvents(page, `/events?ns=demo&asof=${NOON}`);
  const status = page.getByRole('status').filter({ hasText: 'recorded up to 2026-03-14 12:00:00 UTC' });
  await expect(status).toHaveText(/^[\d,]+ events recorded up to/);
  const count = async (axis: string) => {
    const asked = { ns: 'demo', as_of: NOON, axis };
    const answer = await page.request.get(`/api/v1/events/summary?${new URLSearchParams(asked)}`);
    return Number((await answer.json()).events);
  };
  const recorded = await count('recorded');
  const now = Number((await (await page.request.get('/api/v1/events/summary?ns=demo')).json()).events);
  expect(recorded).toBeGreaterThan(100);
  expect(recorded).toBeLessThan(now);
  await expect(status).toContainText(`${recorded.toLocaleString('en')} events`);
  const newest = grid(page).getByRole('row').nth(1);
  await expect(newest.locator('time')).toHaveAttribute('datetime', /^2026-03-(0\d|1[0-4])T/);
  await expectFit(page);

  await page.getByRole('button', { name: 'Occurred', exact: true }).click();
  await expect(page.getByText(/events occurred up to 2026-03-14 12:00:00 UTC/)).toBeVisible();
  await sign(page).getByRole('link', { name: 'Back to now' }).click();
  await expect(sign(page)).toHaveCount(0);
  await expect(page.getByText(`${now.toLocaleString('en')} events`, { exact: true })).toBeVisible();

  // What was written by hand becomes the moment that it means; what is none is said.
  await page.goto('/events?ns=demo&asof=1d%20ago');
  await expect(page).toHaveURL(/asof=\d{4}-\d\d-\d\dT/);
  await page.goto('/events?ns=demo&asof=soon');
  await expect(page.getByText('asof=soon')).toBeVisible();
});

test('a playhead is the time of the app: it is set by the same form, and links away take it along', async ({
  page,
}) => {
  await page.goto(`/entities?ns=demo&type=staff&asof=${NOON}`);
  await page.getByRole('table', { name: 'Entities' }).getByRole('link', { name: 'tove.lind' }).click();
  await expect(page).toHaveURL(/[?&]at=2026-03-14/);
  const there = playhead(page);
  await expect(there).toBeVisible();
  const then = await there.inputValue();
  const events = nav(page).getByRole('link', { name: 'Events', exact: true });
  expect(queryOf(await events.getAttribute('href'))).toEqual({ ns: 'demo', asof: NOON });

  await page.getByRole('button', { name: 'Set the time…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Time of the app' });
  await expect(asOf(page)).toHaveValue(NOON);
  await expect(asOf(page)).toBeFocused();
  await expectFit(page);
  await asOf(page).fill('2026-01-10');
  await asOf(page).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/[?&]at=2026-01-10T00%3A00%3A00Z/);
  await expect(there).not.toHaveValue(then);
  expect(queryOf(await events.getAttribute('href'))).toMatchObject({ asof: '2026-01-10T00:00:00Z' });

  await menu(page).click();
  await nav(page).getByRole('link', { name: 'Together' }).click();
  await expect(page).toHaveURL(/\/together\?/);
  await page.getByRole('combobox', { name: 'Add an entity, as type and id' }).fill('staff/tove.lind');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]at=2026-01-10T00%3A00%3A00Z/);
  await expect(page.getByRole('button', { name: 'Set the time…' })).toBeVisible();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(page).not.toHaveURL(/[?&]at=/);
  expect(queryOf(await events.getAttribute('href'))).toEqual({ ns: 'demo' });
});

test('says on every page which one it is', async ({ page }) => {
  for (const [name, path] of [
    ...PAGES.filter(([, at]) => at !== '/together'),
    ['Event types', '/types/OrderPlaced'],
  ] as const) {
    await page.goto(`${path}?ns=demo`);
    await expect(nav(page).getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
  }
});

/** Every page with its lists filled, at another moment, on another axis and in another zone than those that go without saying. */
const CARRIED = `ns=demo&asof=${NOON}&axis=occurred&tz=Asia%2FKolkata`;
const WALKED = [
  `/?${CARRIED}`,
  `/entities?${CARRIED}`,
  `/events?${CARRIED}`,
  `/events?${CARRIED}&q=actor:nobody-at-all`,
  `/compare?${CARRIED}`,
  `/compare?${CARRIED}&from=${NOON}`,
  `/sequences?${CARRIED}&q=OrderPlaced`,
  `/sequences?${CARRIED}&q=RefundApproved+by+actor`,
  `/types?${CARRIED}`,
  `/types/OrderPlaced?${CARRIED}`,
  `/model?${CARRIED}&event=OrderPlaced`,
  `/status?${CARRIED}`,
  `/actors/staff%3Atove.lind?${CARRIED}`,
  '/actors/nobody-at-all?ns=demo&axis=occurred&tz=Asia%2FKolkata',
] as const;

test('no link of a page loses the time, its axis or its zone', async ({ page }) => {
  test.slow();
  await openWhole(page, '/?ns=demo');
  const lost: string[] = [];
  for (const address of WALKED) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    if (address.startsWith(`/events?${CARRIED}&q`))
      await expect(page.getByText('No event is found')).toBeVisible();
    else if (address.startsWith('/events')) await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
    for (const [text, href] of await linksOf(page))
      for (const name of lostOn(address, text, href)) lost.push(`${name}: ${address} → ${text} ${href}`);
  }
  expect(lost).toEqual([]);
});

test('no link of an entity loses them either, those of its events included', async ({ page, request }) => {
  const { id, at } = await causedEvent(request);
  const asked = { ns: 'demo', at, axis: 'occurred', tz: 'Asia/Kolkata' };
  const address = `/entities/payment/${encodeURIComponent(id)}?${new URLSearchParams(asked)}`;
  await page.goto(address);
  await expect(eventPane(page).getByRole('region', { name: 'Caused by' }).getByRole('link')).toBeVisible();
  await expect(eventPane(page).getByRole('heading', { name: 'Also concerns' })).toBeVisible();
  await expect(eventPane(page).getByTitle('All that this actor did')).toBeVisible();
  const links = await linksOf(page);
  expect(
    links.flatMap(([text, href]) => lostOn(address, text, href).map((name) => `${name}: ${text} ${href}`)),
  ).toEqual([]);
});

/** Inside the app, without files and the choices of another moment. */
const linksOf = (page: Page): Promise<(readonly [text: string, href: string])[]> =>
  page
    .locator('a[href^="/"]:not([href^="/api/"]):not([download])')
    .evaluateAll((links) =>
      links
        .filter((link) => !link.closest('details')?.textContent?.startsWith('Time of the app'))
        .map((link) => [link.textContent ?? '', link.getAttribute('href') ?? ''] as const),
    );

function lostOn(address: string, text: string, href: string): readonly string[] {
  const asked = new URL(address, 'http://localhost').searchParams;
  const moment = asked.get('asof') ?? asked.get('at');
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  const hasPlace = /^\/entities\/.+/.test(pathname) || searchParams.has('e');
  const isBack = /\bnow\b/i.test(text);
  // Moments of the store are compared as it was recorded: on the other axis the versions of the two states mean others than those that were compared.
  const isDifference = address.startsWith('/compare') && hasPlace && searchParams.has('a');
  // Events between two moments: up to when is part of the query.
  const isBounded = searchParams.get('q')?.includes('recorded:') === true;
  const said = (name: string) => searchParams.get(name);
  return [
    ...(said('tz') === asked.get('tz') ? [] : ['zone']),
    // Of an entity the place itself is in the address.
    ...((hasPlace ? said('at') !== null : said('asof') === moment) || isBack || isBounded ? [] : ['moment']),
    ...(said('axis') === (isDifference ? 'recorded' : asked.get('axis')) ? [] : ['axis']),
  ];
}

test('the palette takes the time along wherever it leads', async ({ page }) => {
  await openEvents(page, `/events?${CARRIED}`);
  const actor = grid(page).getByRole('link', { name: 'staff:tove.lind' }).first();
  expect(queryOf(await actor.getAttribute('href'))).toMatchObject({
    asof: NOON,
    axis: 'occurred',
    tz: 'Asia/Kolkata',
  });
  for (const [typed, option] of [
    ['Look for a sequence', /^Look for a sequence of events/],
    ['refund', /^All entities of type refund/],
    ['tove.lind', /^staff:tove\.lind/],
  ] as const) {
    const field = page.getByRole('combobox', { name: 'Search entities, moments and commands' });
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    const before = page.url();
    await field.fill(typed);
    await page.getByRole('option', { name: option }).click();
    await expect(page).not.toHaveURL(before);
    await expect(page).toHaveURL((url) => {
      const { searchParams } = url;
      return (
        searchParams.get('asof') === NOON &&
        searchParams.get('axis') === 'occurred' &&
        searchParams.get('tz') === 'Asia/Kolkata'
      );
    });
  }
});

test.describe('on a machine in London', () => {
  test.use({ timezoneId: 'Europe/London' });
  test('the zones are offered with the offsets that they have at the moment of the page', async ({
    page,
  }) => {
    await page.clock.setFixedTime('2026-11-29T12:00:00Z');
    await page.goto('/?ns=demo');
    await page.locator('summary', { hasText: 'Time of the app' }).click();
    const zone = page.getByRole('combobox', { name: 'Zone' });
    await zone.focus();
    await expect(zone.locator('option', { hasText: 'Monrovia' })).toHaveText('Monrovia +00:00');
    await expect(zone.locator('option', { hasText: /^London/ })).toHaveText('London +00:00');
    await expect(zone.locator('option[value=local]')).toHaveText('Local +00:00');
    // As of a day in March, in the other list too.
    await openEvents(page, `/events?ns=demo&asof=${NOON}&tz=America%2FSt_Johns`);
    await expect(
      page.getByRole('combobox', { name: 'Time zone' }).locator('option', { hasText: 'St Johns' }),
    ).toHaveText('St Johns -02:30');
  });
});

test('a row of a list stays one line in a zone with minutes', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [path, list] of [
    ['/?ns=demo&tz=Asia%2FKolkata', 'Newest events'],
    ['/actors/staff%3Atove.lind?ns=demo&tz=Asia%2FKolkata', 'Newest events'],
  ] as const) {
    await openWhole(page, path);
    const rows = page
      .getByRole('region', { name: list, exact: true })
      .getByRole('listitem')
      .getByRole('link');
    await expect(rows.first()).toBeVisible();
    const heights = await rows.evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect().height),
    );
    expect(Math.max(...heights), path).toBeLessThan(40);
  }
});
