/** The overview: what it counts is what the API counts, each number leads to its events, and it follows the store. */
import type { Locator, Page } from '@playwright/test';
import { expectFits, expectNothingFound } from './axe.ts';
import { grid, openWhole, queryField } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import { importMarkedLog, MARKED } from './marked-log.ts';
import { type CountedLink, overviewNumbers } from './overview-numbers.ts';
import { searchable } from './searchable.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name });
const resultLine = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first/ });

async function ask(page: Page, path: string) {
  return (await page.request.get(`/api/v1/${path}`)).json();
}

const queryOf = (href: string | null): URLSearchParams => new URL(href ?? '', 'http://x').searchParams;

/** So many are asked at once. */
const AT_ONCE = 16;

/** The links that lead to another number of events than they tell. */
async function astray(page: Page, namespace: string, links: readonly CountedLink[]) {
  const told = new Map(links.map((link) => [JSON.stringify(link), link]));
  const distinct = [...told.values()];
  const wrong: (CountedLink & { readonly found: number })[] = [];
  for (let first = 0; first < distinct.length; first += AT_ONCE)
    await Promise.all(
      distinct.slice(first, first + AT_ONCE).map(async ({ href, events }) => {
        const asked = queryOf(href);
        const params = new URLSearchParams({
          ns: namespace,
          q: asked.get('q') ?? '',
          axis: asked.get('axis') ?? 'recorded',
          as_of: asked.get('asof') ?? 'latest',
        });
        const { events: found } = await ask(page, `events/summary?${params}`);
        if (found !== events) wrong.push({ href, events, found });
      }),
    );
  return wrong;
}

for (const [what, query] of [
  ['all of it', ''],
  ['a range of when it happened', '&axis=occurred&from=2026-02&to=2026-05-15'],
  ['a range of hours', '&from=2026-03-10T06:30:00Z&to=2026-03-14'],
  ['as of a moment', '&asof=2026-03-14T09:30:00Z'],
  ['as of a moment as it happened', '&asof=2026-03-14T09:30:00Z&axis=occurred&from=30d'],
] as const)
  test(`every number of events leads to as many events: ${what}`, async ({ page }) => {
    await searchable(page.request);
    await openWhole(page, `/?ns=demo${query}`);
    await page.getByText('The same as a table').click();
    await expect(region(page, 'Table of events over time')).toBeVisible();
    const { links, others } = await overviewNumbers(page);
    expect(others).toEqual([]);
    expect(links.length).toBeGreaterThan(30);
    expect(await astray(page, 'demo', links)).toEqual([]);
    const overview = await ask(page, `overview?ns=demo${query.replace('asof', 'as_of')}`);
    const busiest = region(page, 'Most changed entities').getByRole('row').nth(1);
    await expect(busiest).toContainText(overview.entities.top[0].entityId);
    await expect(busiest).toContainText(overview.entities.top[0].events.toLocaleString('en'));
  });

test.describe('events that were not applied exactly', () => {
  const { namespace, refused, unapplied } = MARKED;
  const all = refused + unapplied;
  test.beforeEach(async ({ page, instance }) => {
    await importMarkedLog(instance);
    await searchable(page.request);
  });

  test('are counted, also of each kind, and every number leads to its events', async ({ page }) => {
    const odd = region(page, 'Worth a look');
    for (const [query, failed, unfolded] of [
      ['', refused, unapplied],
      // What was written last happened first.
      ['&axis=occurred&from=2026-03-03', refused - 2, 1],
      ['&from=2026-03-03', refused, 1],
      ['&asof=2026-03-14T13:00:00Z', 10, unapplied],
    ] as const) {
      await page.goto(`/?ns=${namespace}${query}`);
      await expect(odd.getByRole('link', { name: `${failed + unfolded} events` })).toBeVisible();
      await expect(odd.getByRole('link', { name: `${failed} failed` })).toBeVisible();
      await expect(odd.getByRole('link', { name: `${unfolded} fold error` })).toBeVisible();
      const { links, others } = await overviewNumbers(page);
      expect(others).toEqual([]);
      expect(links.map(({ href }) => queryOf(href).get('q')?.split(' ')[0])).toEqual(
        expect.arrayContaining(['is:inexact', 'is:failed', 'is:fold-error']),
      );
      expect(await astray(page, namespace, links)).toEqual([]);
    }
    await page.goto(`/?ns=${namespace}`);
    await expect(odd.getByText('The newest 50')).toBeVisible();
    await odd.getByRole('link', { name: `${unapplied} fold error` }).click();
    await expect(queryField(page)).toHaveText('is:fold-error');
    await expect(resultLine(page)).toContainText(`${unapplied} events`);
    await expect(grid(page)).toContainText('WallMoved');
    await page.goBack();
    await odd.getByRole('link', { name: `${all} events` }).click();
    await expect(queryField(page)).toHaveText('is:inexact');
    await expect(resultLine(page)).toContainText(`${all} events`);
  });
});

test('a part of a bar leads to as many events as it says, and so do the legend and a day', async ({
  page,
}) => {
  await openWhole(page, '/?ns=demo&from=2026-03-01&to=2026-03-31');
  const chart = region(page, 'Events over time');
  const part = chart.locator('.recharts-bar-rectangle path').first();
  await part.hover();
  const tip = chart.locator('.recharts-tooltip-wrapper');
  await expect(tip.getByText(/events?$/).first()).toBeVisible();
  const told = await tip.locator('li').first().textContent();
  await part.click();
  await expect(page).toHaveURL(/\/events\?/);
  await expect(queryField(page)).toHaveText(/^type:\S+ recorded:2026-03-\d\d.*\.\.<2026-03-\d\d/);
  await expect(resultLine(page)).toContainText(`${/(\d+)$/.exec(told ?? '')?.[1]} event`);

  await page.goBack();
  const entry = region(page, 'Events over time')
    .getByRole('list', { name: 'Event types' })
    .getByRole('link')
    .last();
  await expect(entry).toContainText('other types');
  const events = /([\d,]+)$/.exec((await entry.textContent()) ?? '')?.[1];
  await entry.click();
  await expect(queryField(page)).toHaveText(/^-type:/);
  await expect(resultLine(page)).toContainText(`${events} events`);
});

test('the calendar is walked with the keys, and a day is opened', async ({ page }) => {
  await openWhole(page, '/?ns=demo&from=2026-02-01&to=2026-03-31');
  const days = page.getByRole('grid', { name: 'Day by day' });
  await days.getByRole('link', { name: /^Tue 31 March 2026/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(days.getByRole('link', { name: /^Tue 24 March 2026/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(days.getByRole('link', { name: /^Mon 23 March 2026/ })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(days.getByRole('link', { name: /^Sun 1 February 2026/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const day = days.getByRole('link', { name: /^Mon 2 February 2026/ });
  await expect(day).toBeFocused();
  // Tab leaves it from wherever it was walked to.
  await expect(days.locator('a[tabindex="0"]')).toHaveCount(1);
  const told = /([\d,]+) events?$/.exec((await day.getAttribute('aria-label')) ?? '')?.[1];
  await page.keyboard.press('Enter');
  await expect(queryField(page)).toHaveText('recorded:2026-02-02T00:00:00Z..<2026-02-03T00:00:00Z');
  await expect(resultLine(page)).toContainText(`${told} event`);
});

test('Tab comes to days, bars and their numbers once each, and the arrows to every one of them', async ({
  page,
}) => {
  await openWhole(page, '/?ns=demo');
  await page.getByText('The same as a table').click();
  const grids = page.getByRole('main').getByRole('grid');
  await expect(grids).toHaveCount(6);
  await page.getByRole('heading', { level: 1 }).click();
  const stops: string[] = [];
  const inGrids: string[] = [];
  const newest = region(page, 'Newest events').getByRole('link').first();
  while (!(await newest.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press('Tab');
    const [stop, grid] = await page.evaluate(() => {
      const { activeElement } = document;
      const name = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      const within = activeElement?.closest('[role=grid]');
      return [name, within?.getAttribute('aria-labelledby') ?? within?.querySelector('caption')?.textContent];
    });
    stops.push(stop ?? '');
    if (grid !== undefined) inGrids.push(grid);
    expect(stops.length, stops.join('\n')).toBeLessThan(75);
  }
  expect(inGrids).toEqual([
    'Events over time by type, without the times that have none',
    ...['days', 'actors', 'by-entity-type', 'busiest-entities', 'busiest-fields'],
  ]);

  const actors = page.getByRole('grid', { name: 'By actor' }).getByRole('link');
  const all = await actors.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(all.length).toBeGreaterThan(10);
  await actors.first().focus();
  const walked: (string | null)[] = [];
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? null);
  // Down the names, and up the numbers beside them.
  await page.keyboard.press('End');
  expect(await focused()).toBe(all.at(-1));
  await page.keyboard.press('Home');
  const rows = await page.getByRole('grid', { name: 'By actor' }).getByRole('row').count();
  for (let row = 1; row < rows; row += 1) {
    walked.push(await focused());
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowRight');
  for (let row = 1; row < rows; row += 1) {
    walked.push(await focused());
    await page.keyboard.press('ArrowUp');
  }
  expect(new Set(walked)).toEqual(new Set(all));
  // Tab leaves it, and comes back to where it was walked to.
  const last = await focused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe(last);
});

test('a day is as dark as much changed on it, says both, and is one of the zone of the header', async ({
  page,
}) => {
  await openWhole(page, '/?ns=demo&from=2026-02-20&to=2026-04-10&tz=Europe/Berlin');
  await expect(region(page, 'Day by day')).toContainText('days of Europe/Berlin');
  await expect(region(page, 'Events over time')).toContainText('each bar is 1 day; press');
  const asked = 'overview?ns=demo&from=2026-02-20&to=2026-04-10&zone=Europe/Berlin';
  const { overTime } = await ask(page, asked);
  const days = page.getByRole('grid', { name: 'Day by day' }).getByRole('link');
  const shown = await days.evaluateAll((all) =>
    all.map((day) => ({
      fields: Number(
        /([\d,]+) fields? changed/.exec(day.getAttribute('aria-label') ?? '')?.[1]?.replaceAll(',', '') ?? 0,
      ),
      level: Number(day.querySelector('[data-level]')?.getAttribute('data-level')),
    })),
  );
  const sum = (of: readonly { readonly fields: number }[]) => of.reduce((all, { fields }) => all + fields, 0);
  expect(sum(shown)).toBe(sum(overTime.changes));
  const sorted = shown.toSorted((a, b) => a.fields - b.fields).map(({ level }) => level);
  expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
  expect(new Set(sorted).size).toBeGreaterThan(3);

  // The clock is put forward on it: it has 23 hours.
  const day = days.and(page.getByRole('link', { name: /^Sun 29 March 2026/ }));
  const events = /([\d,]+) events?$/.exec((await day.getAttribute('aria-label')) ?? '')?.[1];
  await day.click();
  await expect(queryField(page)).toHaveText('recorded:2026-03-28T23:00:00Z..<2026-03-29T22:00:00Z');
  await expect(resultLine(page)).toContainText(`${events} event`);
});

test.describe('on a machine elsewhere', () => {
  test.use({ timezoneId: 'Asia/Kolkata' });
  test('days are those of its clock where the address says so', async ({ page }) => {
    await openWhole(page, '/?ns=demo&from=2026-02-20&to=2026-04-10&tz=local');
    await expect(region(page, 'Day by day')).toContainText(/days of Asia\/(Kolkata|Calcutta)/);
    const day = page
      .getByRole('grid', { name: 'Day by day' })
      .getByRole('link', { name: /^Mon 2 March 2026/ });
    const events = /([\d,]+) events?$/.exec((await day.getAttribute('aria-label')) ?? '')?.[1];
    await day.click();
    await expect(queryField(page)).toHaveText('recorded:2026-03-01T18:30:00Z..<2026-03-02T18:30:00Z');
    await expect(resultLine(page)).toContainText(`${events} event`);
  });
});

test('a range is chosen by a link or written, also where it cannot be read or has no event', async ({
  page,
}) => {
  await openWhole(page, '/?ns=demo&axis=occurred');
  await page.getByRole('textbox', { name: 'From' }).fill('2026-03-01');
  await page.getByRole('textbox', { name: 'to', exact: true }).fill('2026-03-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/?ns=demo&axis=occurred&from=2026-03-01&to=2026-03-31');
  await expect(page.getByText('Happened from 2026-03-01 to 2026-03-31 UTC')).toBeVisible();
  await page.getByRole('navigation', { name: 'Range of times' }).getByRole('link', { name: 'All' }).click();
  await expect(page).toHaveURL('/?ns=demo&axis=occurred');

  await page.goto('/?ns=demo&from=soon');
  await expect(page.getByRole('alert').filter({ hasText: '"soon" is no time' })).toContainText(
    'This page shows all.',
  );
  await page.goto('/?ns=demo&from=1990&to=1991');
  await expect(page.getByText('No event lies in this range')).toBeVisible();
  await page.getByRole('link', { name: 'The 30 days up to it' }).click();
  await expect(region(page, 'Events over time')).toBeVisible();
});

test('a day is chosen in the calendar of the browser', async ({ page }) => {
  const from = page.getByRole('textbox', { name: 'From' });
  await openWhole(page, '/?ns=demo');
  // The calendar itself is the browser's, and no page sees it: what it writes is what a reader chose there.
  await page.getByRole('button', { name: 'Choose a day: From' }).click();
  await page.locator('input[name=from] + input[type=date]').fill('2026-03-01');
  await expect(from).toHaveValue('2026-03-01');
  await expect(from).toBeFocused();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/?ns=demo&from=2026-03-01&to=');
});

test('the overview stands where the app does, and says so where it cannot', async ({ page }) => {
  const sign = region(page, 'Time of the page');
  await openWhole(page, '/?ns=demo&asof=2026-03-14T12:00:00Z&from=7d');
  await expect(sign).toContainText('As of 14 March 2026, 12:00:00 UTC, as we knew it.');
  await expect(page.getByText('Recorded since 2026-03-07 12:00:00 UTC')).toBeVisible();
  const { store } = await ask(page, 'overview?ns=demo&as_of=2026-03-14T12:00:00Z');
  const now = await ask(page, 'overview?ns=demo');
  expect(store.live).toBeLessThan(now.store.live);
  const told = page
    .getByRole('main')
    .getByRole('link', { name: `${store.live.toLocaleString('en')} entities` });
  const entities = await told.getAttribute('href');
  expect(entities).toMatch(/^\/entities\?/);
  expect(queryOf(entities).get('asof')).toBe('2026-03-14T12:00:00Z');
  const newest = region(page, 'Newest events');
  await expect(newest.getByRole('listitem').first()).toContainText('2026-03-14');
  const actor = region(page, 'By actor').getByRole('rowheader').first().getByRole('link');
  const href = await actor.getAttribute('href');
  expect(href).toMatch(/^\/actors\//);
  expect(queryOf(href).get('asof')).toBe('2026-03-14T12:00:00Z');
  await actor.click();
  await expect(page.getByText(/^All that this actor had done by then:/)).toBeVisible();

  await page.goto('/?ns=demo&asof=@100');
  await expect(sign).toContainText('counts by clocks, which know no position');
  await page.goto('/?ns=demo&asof=1990-01-01T00:00:00Z');
  await expect(page.getByText('No event had come by then')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Back to now' }).click();
  await expect(region(page, 'Events over time')).toBeVisible();
});

test('the range works before any script has run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/?ns=demo');
  await page.getByRole('textbox', { name: 'From' }).fill('2026-03-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/?ns=demo&from=2026-03-01&to=');
  await expect(page.getByText('Recorded since 2026-03-01 UTC')).toBeVisible();
  await expect(region(page, 'By actor').getByRole('row').nth(1)).toBeVisible();
  // The arrows walk by script, so that Tab comes to all.
  await expect(page.getByRole('grid').first()).toBeVisible();
  await expect(page.getByRole('grid').locator('a[tabindex="-1"]')).toHaveCount(0);
  await context.close();
});

test('a new event appears without a reload, in its place, and none while the page is held still', async ({
  page,
  instance,
}) => {
  await searchable(page.request);
  await page.goto('/');
  const parcels = region(page, 'By entity type').getByRole('row', { name: /^parcel/ });
  await expect(parcels).toBeVisible();
  const before = Number(/([\d,]+)/.exec((await parcels.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  const append = (id: string) =>
    instance.command(
      [
        'import',
        '-',
        '--format',
        'ndjson',
        '--source',
        id,
        '--entity-type',
        'parcel',
        '--entity-id',
        '/id',
        '--event-type',
        '/type',
      ],
      `{"id":"p-live","type":"LiveSeen","note":"${id}"}\n`,
    );
  expect((await append('one')).exitCode).toBe(0);
  await expect(parcels).toContainText((before + 1).toLocaleString('en'));
  await expect(region(page, 'Newest events').getByRole('listitem').first()).toContainText('LiveSeen');

  const live = page.getByRole('switch', { name: 'Live' });
  await live.click();
  await expect(live).not.toBeChecked();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/overview?')) asked.push(request.url());
  });
  // Once another page has followed, this one would have asked too.
  const other = await page.context().newPage();
  await other.goto('/');
  const followed = region(other, 'By entity type').getByRole('row', { name: /^parcel/ });
  await expect(followed).toContainText((before + 1).toLocaleString('en'));
  expect((await append('two')).exitCode).toBe(0);
  await expect(followed).toContainText((before + 2).toLocaleString('en'));
  expect(asked).toEqual([]);
  await expect(parcels).toContainText((before + 1).toLocaleString('en'));
  await other.close();
  await live.click();
  await expect(parcels).toContainText((before + 2).toLocaleString('en'));
});

test('on a phone what is listed goes from edge to edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const widthsOf = (path: string, all: readonly Locator[]) =>
    test.step(path, async () => {
      await page.goto(path);
      for (const one of all) {
        const box = await one.boundingBox();
        expect([box?.x, box?.width]).toEqual([0, 390]);
      }
    });
  await searchable(page.request);
  await widthsOf('/?ns=demo', [
    page.getByRole('grid', { name: 'By actor' }),
    page.getByRole('grid', { name: 'Most changed fields' }),
    region(page, 'Entity types').getByRole('table'),
    region(page, 'Newest events').getByRole('list'),
  ]);
  await widthsOf('/actors/staff%3Atove.lind?ns=demo', [page.getByRole('list', { name: 'Event types' })]);
  await widthsOf('/compare?ns=demo&from=@0&to=@4000&v=1', [
    page.getByRole('table', { name: 'Entities that differ' }),
  ]);
  await widthsOf('/types?ns=demo', [page.getByRole('main').getByRole('table')]);
});

for (const [name, width, height, media] of [
  ['light', 1440, 900, { colorScheme: 'light' }],
  ['dark', 1440, 900, { colorScheme: 'dark' }],
  ['narrow', 390, 844, { colorScheme: 'light' }],
  ['narrow and dark', 320, 640, { colorScheme: 'dark' }],
] as const) {
  test(`the chart, its table and the calendar owe nobody anything: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia(media);
    await openWhole(page, '/?ns=demo');
    await expect(region(page, 'Events over time').locator('.recharts-bar-rectangle').first()).toBeVisible();
    await page.getByText('The same as a table').click();
    await page.getByText('Which ones').click();
    await expectNothingFound(page);
    await expectFits(page);
  });
}
