/** All that one actor did: counted, told, and open at every moment of it; axe looks too. */
import type { Locator, Page } from '@playwright/test';
import { API_SCHEMAS } from '../lib/wire/api/schemas.ts';
import { actorPath } from '../lib/wire/index.ts';
import { looksAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { eventPane, stateTree } from './panes.ts';
import { searchable } from './searchable.ts';
import { playhead } from './timeline.ts';

const TOVE = '/actors/staff%3Atove.lind?ns=demo';

const listed = (page: Page): Locator =>
  page.getByRole('list', { name: 'Events of the actor' }).getByRole('listitem');

const timeOfApp = (page: Page): Locator => page.locator('summary', { hasText: 'Time of the app' });

test.beforeEach(({ request }) => searchable(request));

test('what Tove Lind did, from how much there is to one moment of it', async ({ page, request }) => {
  const answer = await request.get('/api/v1/actors/staff%3Atove.lind?ns=demo');
  const { events, types, hours } = API_SCHEMAS.Actor.parse(await answer.json());
  await page.goto(TOVE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('staff:tove.lind');
  await expect(
    page.getByText(`All that this actor did: ${events} events, the first 2025-01-19`),
  ).toBeVisible();

  const [first] = types.names;
  const row = page.getByRole('list', { name: 'Event types' }).getByRole('listitem').first();
  await expect(row).toHaveText(`${first?.name}${first?.events} events`);
  const cells = page.getByRole('table', { name: 'Events by weekday and hour' }).getByRole('cell');
  const shown = (await cells.allInnerTexts()).filter((text) => text !== '').map(Number);
  expect(shown).toEqual(hours.flat());
  const bars = page.getByRole('table', { name: /^Events over time/ }).getByRole('cell');
  const counted = (await bars.allInnerTexts()).reduce((sum, text) => sum + Number(text.replace(/,/g, '')), 0);
  expect(counted).toBe(events);

  await listed(page).filter({ hasText: 'StaffSignedIn' }).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/entities\/staff\/tove\.lind\?ns=demo&at=40&v=1$/);
  await expect(playhead(page)).toHaveValue('40');
  await expect(stateTree(page)).toBeVisible();
});

test('all events of the actor are told once, page by page', async ({ page, request }) => {
  await page.goto(TOVE);
  const addresses: string[] = [];
  for (;;) {
    for (const link of await listed(page).getByRole('link').all())
      addresses.push((await link.getAttribute('href')) ?? '');
    const earlier = page.getByRole('link', { name: 'Earlier events' });
    if ((await earlier.count()) === 0) break;
    await earlier.click();
    await expect(page.getByRole('heading', { name: 'Earlier events' })).toBeVisible();
    await expect(page).toHaveURL(/[?&]after=/);
  }
  const found = await request.get(
    `/api/v1/events?ns=demo&limit=1000&q=${encodeURIComponent('actor:staff:tove.lind')}`,
  );
  const { events } = API_SCHEMAS.FoundPage.parse(await found.json());
  expect(addresses).toEqual(
    events.map(
      ({ entityType, entityId, version }) => `/entities/${entityType}/${entityId}?ns=demo&at=${version}&v=1`,
    ),
  );
});

test('each part leads to the events that it counts', async ({ page }) => {
  await page.goto(TOVE);
  const fields = page.getByRole('list', { name: 'Fields changed most' });
  const row = fields.getByRole('listitem').filter({ hasText: '/lines/~=A-100/quantity' });
  const changes = /(\d+) changes/.exec((await row.textContent()) ?? '')?.[1];
  await row.getByRole('link').click();
  await expect(page.getByRole('status').filter({ hasText: `${changes} events` })).toBeVisible();
});

test('hours go by the zone of the page, and times by its clock', async ({ page }) => {
  await page.goto(`${TOVE}&tz=Asia/Kathmandu&axis=occurred&v=1`);
  await expect(page.getByText('on the clock of Asia/Kathmandu')).toBeVisible();
  await expect(page.getByText(/\+05:45, as it happened/)).toBeVisible();
  const monday = page
    .getByRole('table', { name: 'Events by weekday and hour' })
    .getByRole('row', { name: /^Monday/ });
  await expect(page.getByText(/^each bar is \d+ \w+$/)).toBeVisible();
  // Signing in at nine o'clock in UTC is in the afternoon there.
  const cells = (await monday.getByRole('cell').allInnerTexts()).map(Number);
  expect(Math.max(...cells)).toBe(Math.max(cells[14] ?? 0, cells[15] ?? 0));
  await timeOfApp(page).click();
  await page.getByRole('radio', { name: /^As we knew it/ }).check();
  await page.getByRole('button', { name: 'Set the time' }).click();
  await expect(page.getByText(/\+05:45, as we knew it/)).toBeVisible();
  await expect(page).toHaveURL(/tz=Asia%2FKathmandu/);
});

test('what had been done by a moment, in every number and behind every link', async ({ page, request }) => {
  const asOf = '2025-07-01T00:00:00Z';
  const asked = `/api/v1/actors/staff%3Atove.lind?ns=demo&as_of=${asOf}`;
  const { events, last } = API_SCHEMAS.Actor.parse(await (await request.get(asked)).json());
  const all = API_SCHEMAS.Actor.parse(await (await request.get(asked.replace(asOf, 'latest'))).json());
  expect(events).toBeGreaterThan(0);
  expect(events).toBeLessThan(all.events);
  await page.goto(TOVE);
  await timeOfApp(page).click();
  await page.getByRole('textbox', { name: 'Show everything as of' }).fill('2025-07-01');
  await page.getByRole('button', { name: 'Set the time' }).click();
  await expect(page.getByRole('region', { name: 'Time of the page' })).toContainText(
    'As of 1 July 2025, 00:00:00 UTC',
  );
  await expect(
    page.getByText(`All that this actor had done by then: ${events} events, the first 2025-01-19`),
  ).toBeVisible();
  await expect(listed(page).first()).toContainText((last ?? '').slice(0, 10));
  await page.getByRole('link', { name: 'Look through all of them' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${events} events` })).toBeVisible();

  await page.goto(`${TOVE}&asof=2000-01-01T00:00:00Z`);
  await page.getByRole('link', { name: 'Look up to now' }).click();
  await expect(page.getByText(`All that this actor did: ${all.events} events`)).toBeVisible();
});

test.describe('on a machine elsewhere', () => {
  test.use({ timezoneId: 'Asia/Kathmandu' });
  const clockOf = (page: Page) => page.getByRole('region', { name: 'Hours of the week' });

  test('hours are those of its clock where the address says so, of the same events', async ({
    page,
    request,
  }) => {
    for (const [moment, asOf] of [
      ['', 'latest'],
      ['&asof=2025-07-01T00:00:00Z', '2025-07-01T00:00:00Z'],
    ]) {
      const asked = `/api/v1/actors/staff%3Atove.lind?ns=demo&zone=Asia/Kathmandu&as_of=${asOf}`;
      const { hours, events } = API_SCHEMAS.Actor.parse(await (await request.get(asked)).json());
      await page.goto(`${TOVE}&tz=local${moment}`);
      await expect(clockOf(page)).toContainText(/on the clock of Asia\/Kat/);
      const cells = clockOf(page).getByRole('cell');
      const shown = (await cells.allInnerTexts()).filter((text) => text !== '').map(Number);
      expect(shown).toEqual(hours.flat());
      expect(shown.reduce((sum, of) => sum + of, 0)).toBe(events);
      // The bars are days of that clock too.
      await expect(page.getByText(/^each bar is \d+ \w+$/)).toBeVisible();
      await expect(page.getByText(/^All that this actor .*\+05:45, as we knew it/)).toBeVisible();
    }
    await page.goto(TOVE);
    await expect(clockOf(page)).toContainText('on the clock of UTC');
    await expect(page.getByText(/UTC, as we knew it/)).toBeVisible();
  });
});

test('names are any text, and nobody is told as nobody', async ({ page, instance }) => {
  const odd = 'a/b ..?#%\u202e';
  const line = JSON.stringify({ id: 'Q-1', type: 'Asked', who: odd, content: { a: 1 } });
  const imported = await instance.command(
    [
      ...['import', '-', '--namespace', 'oddly-named', '--format', 'ndjson', '--entity-type', 'question'],
      ...[
        '--entity-id',
        '/id',
        '--event-type',
        '/type',
        '--actor',
        '/who',
        '--payload',
        '/content',
        '--source',
        'odd',
      ],
    ],
    `${line}\n`,
  );
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
  await searchable(page.request);
  await page.goto(actorPath(odd, { namespace: 'oddly-named' }));
  await expect(listed(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('\u202e');
  await page.goto(actorPath('nobody', { namespace: 'oddly-named' }));
  await expect(page.getByText('No event by this actor')).toBeVisible();
  await page.goto(`${actorPath('nobody', { namespace: 'oddly-named' })}&axis=up`);
  await expect(page.getByRole('complementary', { name: 'Notices' })).toContainText('axis=up');
});

test('the event of an entity and the palette lead there', async ({ page }) => {
  await page.goto('/entities/staff/tove.lind?ns=demo&at=31&v=1');
  await eventPane(page).getByTitle('All that this actor did').click();
  // As of the moment at which the playhead stood.
  await expect(page).toHaveURL(
    /\/actors\/staff%3Amarek\.dahl\?ns=demo&asof=2026-03-14T02%3A13%3A00\.057635Z&v=1$/,
  );
  await page.keyboard.press('Control+k');
  await page.keyboard.type('marek');
  await page.getByRole('option', { name: /staff:marek\.dahl/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('staff:marek.dahl');
});

looksAccessible(
  [
    { name: 'actor', path: TOVE, heading: 'staff:tove.lind' },
    {
      name: 'actor, earlier, as it happened',
      path: `${TOVE}&axis=occurred&after=1773500000000000.812&v=1`,
      heading: 'staff:tove.lind',
    },
    { name: 'nobody', path: '/actors/nobody?ns=demo', heading: 'nobody' },
  ],
  ({ request }) => searchable(request),
);
