/** Steps that follow one another: asked as a line or as a form, counted in a funnel, and each match leads to its moments. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expectFits, expectNothingFound } from './axe.ts';
import { openWhole } from './events-page.ts';
import { expect, test } from './fixtures.ts';
import { eventPane } from './panes.ts';
import { playhead } from './timeline.ts';

const DAY = 86_400_000;
const CART = 'CartAbandoned -> no CartCheckedOut within 2d -> CartResumed within 7d -> CartCheckedOut';
const THREE_REFUNDS = '3x RefundApproved within 30d by actor';

interface FoundEvent {
  readonly entityId: string;
  readonly type: string;
  readonly version: number;
  readonly recordedAt: string;
}

/** The events of all carts that matter here, oldest first, as the API lists them. */
async function cartEvents(request: APIRequestContext): Promise<readonly FoundEvent[]> {
  const events: FoundEvent[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query = new URLSearchParams({ ns: 'demo', q: 'type:Cart*', dir: 'asc', limit: '1000' });
    if (after !== '') query.set('after', after);
    const page = await (await request.get(`/api/v1/events?${query}`)).json();
    events.push(...page.events);
    after = page.next;
  }
  return events;
}

/** Counted by hand: how many abandonments got behind each of the four steps. */
function counted(events: readonly FoundEvent[]): readonly number[] {
  const depths = events.flatMap((start, at) => {
    if (start.type !== 'CartAbandoned') return [];
    const later = events.slice(at + 1).filter(({ entityId }) => entityId === start.entityId);
    const since = (event: FoundEvent) => Date.parse(event.recordedAt) - Date.parse(start.recordedAt);
    const isBought = (event: FoundEvent) => event.type === 'CartCheckedOut';
    if (later.some((event) => isBought(event) && since(event) <= 2 * DAY)) return [1];
    const back = later.filter((event) => event.type === 'CartResumed' && since(event) <= 7 * DAY);
    if (back.length === 0) return [2];
    return [back.some((event) => later.slice(later.indexOf(event) + 1).some(isBought)) ? 4 : 3];
  });
  return [1, 2, 3, 4].map((depth) => depths.filter((reached) => reached >= depth).length);
}

const line = (page: Page) => page.getByRole('textbox', { name: 'Sequence' });
const funnel = (page: Page) => page.getByRole('table', { name: 'How many got how far' });
const matches = (page: Page) => page.getByRole('table', { name: 'When every step happened' });

test('abandoned, came back, and bought: the funnel counts what a count by hand counts', async ({
  page,
  request,
}) => {
  const events = await cartEvents(request);
  const numbers = counted(events);
  expect(numbers[3]).toBeGreaterThan(0);
  await page.goto('/sequences?ns=demo');
  await page.getByRole('link', { name: /^Abandoned carts/ }).click();
  await expect(line(page)).toHaveValue(CART);
  const rows = funnel(page).getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(
    page.getByText(
      new RegExp(
        `^The first step was met ${numbers[0]} times, for \\d+ entities; ${numbers[3]} of these, for \\d+ entit(y|ies), went through all steps\\.`,
      ),
    ),
  ).toBeVisible();
  for (const [step, starts] of numbers.entries())
    await expect(
      rows
        .nth(step + 1)
        .getByRole('cell')
        .first(),
    ).toHaveText(starts.toLocaleString('en'));

  const ended = (numbers[1] ?? 0) - (numbers[2] ?? 0);
  await page.getByRole('link', { name: `${ended} ended after step 2: show them` }).click();
  await expect(page.getByRole('heading', { name: 'Ended after step 2' })).toBeVisible();
  await expect(matches(page).getByRole('row')).toHaveCount(Math.min(50, ended) + 1);
  await page.getByRole('link', { name: 'Show the matches', exact: true }).click();

  // Whoever is listed went through all of them, at the moments that the links lead to.
  await expect(matches(page).getByRole('row')).toHaveCount(Math.min(50, numbers[3] ?? 0) + 1);
  const links = matches(page).getByRole('row').nth(1).getByRole('cell').getByRole('link');
  const moments = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const versions = moments.map((href) => Number(new URL(href, 'http://x').searchParams.get('at')));
  const id = /\/entities\/cart\/([^?]+)/.exec(moments[0] ?? '')?.[1];
  const ofCart = (version: number) =>
    events.find((event) => event.entityId === id && event.version === version)?.type;
  expect(versions.map(ofCart)).toEqual(['CartAbandoned', 'CartResumed', 'CartCheckedOut']);
  await links.nth(1).click();
  await expect(playhead(page)).toHaveValue(String(versions[1]));
});

test('a moment of a sequence that goes by when things happened opens on that axis, at its event', async ({
  page,
}) => {
  const asked = { ns: 'demo', q: 'CartAbandoned -> CartResumed on occurred' };
  await page.goto(`/sequences?${new URLSearchParams(asked)}`);
  const row = matches(page).getByRole('row').nth(1);
  const moment = row.getByRole('cell').getByRole('link').first();
  const happened = await moment.getByRole('time').getAttribute('datetime');
  await moment.click();
  await expect(page).toHaveURL(/[?&]axis=occurred/);
  await expect(playhead(page)).toBeVisible();
  await expect(eventPane(page).locator(`time[datetime="${happened}"]`).first()).toBeVisible();
});

test('the rows write the line, the line fills the rows, and what cannot be read is put right', async ({
  page,
}) => {
  await page.goto('/sequences?ns=demo&q=CartAbandoned');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: 'Event type of step 2' }).fill('CartResumed');
  await page.getByRole('textbox', { name: 'Within how long step 2 happens' }).fill('7d');
  await expect(line(page)).toHaveValue('CartAbandoned -> CartResumed within 7d');
  await page.getByRole('combobox', { name: 'By' }).selectOption('conversation');
  await expect(line(page)).toHaveValue('CartAbandoned -> CartResumed within 7d by correlation');
  await page.getByRole('button', { name: 'Move step 2 up' }).click();
  await expect(page.getByRole('combobox', { name: 'Event type of step 1' })).toHaveValue('CartResumed');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('CS-153');

  await line(page).fill('CartAbandoned => CartCheckedOut');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Between two steps stands ->');
  await page.getByRole('button', { name: /^Write CartAbandoned -> CartCheckedOut instead/ }).click();
  await expect(page.getByRole('listitem', { name: 'Step 2' })).toBeVisible();
  await line(page).press('Enter');
  await expect(page).toHaveURL(/q=CartAbandoned\+-%3E\+CartCheckedOut/);
  await expect(funnel(page)).toBeVisible();
});

test('on a phone the text of a sequence is seen whole, as it is sent and as it is written', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/sequences?${new URLSearchParams({ ns: 'demo', q: CART })}`);
  const hidden = () =>
    line(page).evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
      scrollWidth - clientWidth,
      scrollHeight - clientHeight,
    ]);
  await expect.poll(hidden).toEqual([0, 0]);
  const added = ` where (${'actor:somebody '.repeat(6)})`;
  await line(page).press('Home');
  await line(page).press('End');
  await line(page).pressSequentially(added);
  await expect(line(page)).toHaveValue(CART + added);
  await expect.poll(hidden).toEqual([0, 0]);
  await expectFits(page);
});

test('the keys of the line offer types at its end, take one, and find', async ({ page }) => {
  await page.goto('/sequences?ns=demo');
  const offered = page.getByRole('listbox', { name: 'Event types on offer' });
  await line(page).pressSequentially('CartAbandoned -> CartRes');
  await expect(offered.getByRole('option')).toHaveText(['CartResumed']);
  await expectNothingFound(page);
  await line(page).press('Escape');
  await expect(offered).toBeHidden();
  await line(page).press('ArrowDown');
  await expect(offered).toBeVisible();
  await line(page).press('ArrowDown');
  await expect(offered.getByRole('option', { selected: true })).toHaveText('CartResumed');
  await line(page).press('Enter');
  await expect(line(page)).toHaveValue('CartAbandoned -> CartResumed');
  await expect(offered).toBeHidden();
  await line(page).press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'CartAbandoned -> CartResumed');
  await expect(funnel(page)).toBeVisible();
});

const FORMS = [
  {
    text: 'PaymentFailed -> no PaymentAuthorised within 2d by correlation',
    by: 'conversation',
    steps: [
      { type: 'PaymentFailed', times: '1', within: '' },
      { type: 'PaymentAuthorised', times: null, within: '2d' },
    ],
  },
  {
    text: '2x RefundApproved within 30d -> no StaffSignedIn within 1h -> 2x RefundApproved by actor',
    by: 'actor',
    steps: [
      { type: 'RefundApproved', times: '2', within: '30d' },
      { type: 'StaffSignedIn', times: null, within: '1h' },
      { type: 'RefundApproved', times: '2', within: '' },
    ],
  },
] as const;

for (const { text, by, steps } of FORMS)
  test(`what does not happen, and what happens several times, is written by ${by} as by hand`, async ({
    page,
    request,
  }) => {
    const asked = new URLSearchParams({ ns: 'demo', q: text });
    const { stages } = await (await request.get(`/api/v1/sequences?${asked}`)).json();
    expect(stages[0].starts).toBeGreaterThan(stages.at(-1).starts);
    expect(stages.at(-1).starts).toBeGreaterThan(0);

    await page.goto('/sequences?ns=demo');
    for (const [nth, { type, times, within }] of steps.entries()) {
      const step = nth + 1;
      if (nth > 0) await page.getByRole('button', { name: 'Add a step' }).click();
      await page.getByRole('combobox', { name: `Event type of step ${step}` }).fill(type);
      const often = page.getByRole('textbox', { name: `How often step ${step} happens` });
      if (times !== null) await often.fill(times);
      else {
        await page.getByRole('combobox', { name: `Whether step ${step} happens` }).selectOption('But no');
        await expect(often).toBeDisabled();
      }
      if (within !== '')
        await page.getByRole('textbox', { name: `Within how long step ${step} happens` }).fill(within);
    }
    await page.getByRole('combobox', { name: 'By' }).selectOption(by);
    await expect(line(page)).toHaveValue(text);
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get('q') === text);
    const rows = funnel(page).getByRole('row');
    await expect(rows).toHaveCount(stages.length + 1);
    for (const [nth, { starts, partitions }] of stages.entries()) {
      const cells = rows.nth(nth + 1).getByRole('cell');
      await expect(cells.nth(0)).toHaveText(starts.toLocaleString('en'));
      await expect(cells.nth(1)).toHaveText(partitions.toLocaleString('en'));
    }
    const found = await matches(page).getByRole('row').allInnerTexts();

    // Written by hand it fills the same rows, and finds the same.
    await page.goto('/sequences?ns=demo');
    await line(page).fill(text);
    await line(page).press('Enter');
    await expect(matches(page)).toBeVisible();
    expect(await matches(page).getByRole('row').allInnerTexts()).toEqual(found);
    await expect(page.getByRole('listitem', { name: /^Step \d+$/ })).toHaveCount(steps.length);
    for (const [nth, { times }] of steps.entries())
      await expect(page.getByRole('combobox', { name: `Whether step ${nth + 1} happens` })).toHaveValue(
        times === null ? 'no' : 'yes',
      );
  });

test('the page stands at the moment of the header, and so do its form, its lists and its file', async ({
  page,
  request,
}) => {
  const T = '2025-10-01T00:00:00Z';
  const asked = new URLSearchParams({ ns: 'demo', q: CART, asof: T });
  const then = new URLSearchParams({ ns: 'demo', q: CART, as_of: T });
  const [now, answer] = await Promise.all(
    [new URLSearchParams({ ns: 'demo', q: CART }), then].map(async (query) =>
      (await request.get(`/api/v1/sequences?${query}`)).json(),
    ),
  );
  expect(answer.stages[0].starts).toBeLessThan(now.stages[0].starts);
  await page.goto(`/sequences?${asked}`);
  await expect(page.getByRole('region', { name: 'Time of the page' })).toContainText('1 October 2025');
  await expect(funnel(page).getByRole('row').nth(1).getByRole('cell').first()).toHaveText(
    answer.stages[0].starts.toLocaleString('en'),
  );
  const file = await page.getByRole('link', { name: 'Export as NDJSON' }).getAttribute('href');
  const text = await (await request.get(file ?? '')).text();
  expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '').export).toMatchObject({
    rows: answer.stages.at(-1).starts,
    asOf: T,
  });
  await line(page).press('Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('asof') === T);
  await page.getByRole('link', { name: 'Back to now' }).click();
  await expect(funnel(page).getByRole('row').nth(1).getByRole('cell').first()).toHaveText(
    now.stages[0].starts.toLocaleString('en'),
  );
});

test('a step that is taken several times leads to its first and its last moment, and to whose they are', async ({
  page,
}) => {
  await page.goto(`/sequences?ns=demo&tz=Asia/Kolkata&q=${encodeURIComponent(THREE_REFUNDS)}`);
  const row = matches(page).getByRole('row').nth(1);
  const moments = row.getByRole('cell').first().getByRole('link');
  await expect(moments).toHaveCount(2);
  const [first, last] = await Promise.all(
    [0, 1].map(async (nth) => moments.nth(nth).getByRole('time').getAttribute('datetime')),
  );
  expect(Date.parse(first ?? '')).toBeLessThan(Date.parse(last ?? ''));
  await moments.first().click();
  await expect(page).toHaveURL(/\/entities\/.*at=\d+/);
  await expect(playhead(page)).toBeVisible();
  await page.goBack();
  const whose = row.getByRole('rowheader').getByRole('link');
  const actor = (await whose.textContent()) ?? '';
  await whose.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(actor);
  await expect(page).toHaveURL(/tz=Asia%2FKolkata/);
});

test('so does a later one, and says how often it was taken', async ({ page, request, instance }) => {
  const text = 'OrderPlaced -> 2x Order* -> OrderDelivered';
  const query = new URLSearchParams({ ns: 'demo', q: text });
  await openWhole(page, `/sequences?${query}`);
  const { matches: found } = await (await request.get(`/api/v1/sequences?${query}`)).json();
  const { first, version } = found[0].events[1];
  expect(first.version).toBeLessThan(version);
  const cell = matches(page).getByRole('row').nth(1).getByRole('cell').nth(1);
  await expect(cell.getByRole('listitem').first()).toContainText('First of 2');
  await expect(cell.getByRole('listitem').last()).toContainText('Last of 2');
  const said = await instance.command(['sequence', text, '--namespace', 'demo', '--limit', '1']);
  expect(said.stdout).toContain(`#${first.version} ${first.recordedAt} to #${version} `);
  for (const [nth, at] of [first.version, version].entries()) {
    await cell.getByRole('link').nth(nth).click();
    await expect(playhead(page)).toHaveValue(String(at));
    await page.goBack();
  }
});

test('a conversation leads to all of its events', async ({ page }) => {
  const query = 'PaymentFailed -> PaymentAuthorised within 1d by correlation';
  await page.goto(`/sequences?ns=demo&q=${encodeURIComponent(query)}`);
  const whose = matches(page).getByRole('row').nth(1).getByRole('rowheader').getByRole('link');
  const name = (await whose.textContent()) ?? '';
  await whose.click();
  await expect(page).toHaveURL(/\/events\?/);
  await expect(page.getByRole('combobox', { name: 'Query', exact: true })).toContainText(name);
  await expect(
    page
      .getByRole('grid')
      .getByRole('row', { name: /PaymentFailed/ })
      .first(),
  ).toBeVisible();
});

test('leads to the event types where no event is the first step', async ({ page }) => {
  await page.goto('/sequences?ns=demo&q=orderplaced');
  await page.getByRole('link', { name: 'See the event types' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Event types' })).toBeVisible();
});

test('the command line answers the same, and the file ends with its count', async ({ instance, request }) => {
  const query = new URLSearchParams({ ns: 'demo', q: CART });
  const answer = await (await request.get(`/api/v1/sequences?${query}`)).json();
  const said = await instance.command(['sequence', CART, '--namespace', 'demo', '--json']);
  expect(JSON.parse(said.stdout).stages).toEqual(answer.stages);
  const file = await (await request.get(`/api/v1/sequences/export?${query}`)).text();
  const trailer = JSON.parse(file.trimEnd().split('\n').at(-1) ?? '');
  expect(trailer.export).toMatchObject({ rows: answer.stages.at(-1).starts, complete: true });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the page in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const query of ['', `&q=${encodeURIComponent(CART)}`, '&q=A+B']) {
      await page.goto(`/sequences?ns=demo${query}`);
      await expect(page.getByRole('heading', { level: 1, name: 'Sequences' })).toBeVisible();
      await expectNothingFound(page);
    }
  });
}
