/** Going anywhere and doing anything by a few letters, with the keyboard alone. */
import type { Page } from '@playwright/test';
import { expectFits, expectNothingFound } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { holdAnswers, holdScripts } from './held-answers.ts';
import { expectAt } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';

const CRATES = Array.from({ length: 25 }, (_none, nth) => ({
  id: `crate-${String(nth).padStart(2, '0')}`,
  what: 'Packed',
  at: '2026-02-01T00:00:00Z',
  content: { n: nth },
}));

test.beforeAll(async ({ instance }) => {
  const how = [
    ...[
      'import',
      '-',
      '--format',
      'ndjson',
      '--entity-type',
      'crate',
      '--entity-id',
      '/id',
      '--source',
      'crates',
    ],
    ...['--event-type', '/what', '--occurred-at', '/at', '--recorded-at', '/at', '--payload', '/content'],
    ...['--fold', 'replace'],
  ];
  const imported = await instance.command(how, CRATES.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(imported.stderr + imported.exitCode).toMatch(/0$/);
});

const field = (page: Page) => page.getByRole('combobox', { name: 'Search entities, moments and commands' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const active = (page: Page) => palette(page).getByRole('option', { selected: true });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

/** Looks for what is no moment of the history on screen; the palette says so, and is closed. */
async function askForNoMoment(page: Page): Promise<void> {
  await openPalette(page);
  await page.keyboard.type('nonsense-moment');
  await expect(active(page)).toHaveText(/Look for “nonsense-moment”/);
  await page.keyboard.press('Enter');
  await expect(
    palette(page).getByRole('status').filter({ hasText: 'is no moment of this history' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
}

test('finds an entity by a part of its id, and comes back to the one before', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openPalette(page);
  await page.keyboard.type('crate 07');
  await expect(active(page)).toHaveText(/crate\/crate-07/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('crate/crate-07');
  await expect(playhead(page)).toBeVisible();
  await openPalette(page);
  await expect(active(page)).toHaveText(/parcel\/p-1/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('parcel/p-1');
});

test('goes to moments and to events by their type, and gives commands', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openPalette(page);
  await page.keyboard.type('#33');
  await expect(active(page)).toHaveText(/Event 33/);
  await page.keyboard.press('Enter');
  await expectAt(page, 33);
  await openPalette(page);
  await page.keyboard.type('next notec');
  await expect(active(page)).toHaveText(/Next NoteChanged/);
  await page.keyboard.press('Enter');
  await expectAt(page, 35);
  await openPalette(page);
  await page.keyboard.type('pin a');
  await expect(active(page)).toHaveText(/Set pin A here/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]a=35/);
  await askForNoMoment(page);
});

test('leads to all values of a field, by its path or its name', async ({ page, context, baseURL }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openPalette(page);
  await page.keyboard.type('/note');
  await expect(active(page)).toHaveText(/^\/note/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Values of the field' })).toBeVisible();
  await expect(page).toHaveURL(/path=%2Fnote/);
  await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL }]);
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&v=1');
  await openPalette(page);
  await page.keyboard.type('order total');
  await expect(active(page)).toHaveText(/^Order total/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('next order deliv');
  await expect(active(page)).toHaveText(/^Next Order delivered/);
});

test('puts entities before what only another word leads to', async ({ page }) => {
  await page.goto('/?ns=demo');
  await openPalette(page);
  await page.keyboard.type('order');
  await expect(active(page)).toHaveText(/All entities of type order/);
  await expect(palette(page).getByRole('option', { name: 'Event model' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/entities\?type=order&ns=demo$/);
  await openPalette(page);
  await page.keyboard.type('sequences');
  await expect(active(page)).toHaveText(/^Sequences/);
});

test('chooses nothing that was found by another word while entities are still looked for', async ({
  page,
}) => {
  await page.goto('/?ns=demo');
  const answer = await holdAnswers(page, '**/api/v1/entities?*');
  await openPalette(page);
  await page.keyboard.type('order');
  await expect(palette(page).getByRole('option', { name: 'Event model' })).toBeVisible();
  await expect(active(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  answer();
  await expect(active(page)).toHaveText(/All entities of type order/);
});

test('opens the export, the report and the blame of an entity by the words for them', async ({ page }) => {
  await openEntity(page, '/entities/order/O-1003?ns=demo&at=4&v=1');
  const give = async (typed: string, command: RegExp) => {
    await openPalette(page);
    await page.keyboard.type(typed);
    await expect(active(page)).toHaveText(command);
    await page.keyboard.press('Enter');
  };
  const blame = page.getByRole('button', { name: 'Blame' });
  await expect(blame).toHaveAttribute('aria-pressed', 'false');
  await give('blame', /Show or hide who set each field/);
  await expect(blame).toHaveAttribute('aria-pressed', 'true');
  await give('download', /Export what is on screen/);
  await expect(page.getByRole('region', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  await give('print', /Print a report of what is on screen/);
  await expect(page).toHaveURL(/\/report\?/);
});

test('leaves the field of the timeline alone, and what was wrong in it goes when the text does', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  const goTo = page.getByRole('textbox', { name: 'Go to' });
  await askForNoMoment(page);
  await expect(goTo).toHaveAttribute('aria-invalid', 'false');
  await goTo.fill('nonsense-moment');
  await goTo.press('Enter');
  await expect(goTo).toHaveAttribute('aria-invalid', 'true');
  await goTo.fill('');
  await expect(goTo).toHaveAttribute('aria-invalid', 'false');
});

test('gives the focus back, says what is left out, and opens another tab', async ({ page, context }) => {
  await page.goto('/entities');
  const search = page.getByRole('button', { name: 'Search' });
  await search.focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('crate');
  await expect(page.getByText('the first 20 of more, type on for others')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toHaveText(/List all entities whose id contains “crate”/);
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await openPalette(page);
  await page.keyboard.type('crate-11');
  await expect(active(page)).toHaveText(/crate-11/);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('crate/crate-11');
  await expect(page).toHaveURL(/\/entities$/);
});

test('is open again when its key follows at once on the one that closes it', async ({ page }) => {
  await page.goto('/entities');
  const search = page.getByRole('button', { name: 'Search' });
  await search.focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('crate-11');
  // As soon as the focus is back, which is before the browser says that the dialog is closed.
  await search.evaluate((button) => {
    const again = new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true });
    button.addEventListener('focus', () => queueMicrotask(() => button.dispatchEvent(again)), { once: true });
  });
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
});

test('keeps what is typed while the palette is still being read, and does nothing else with it', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  const letThrough = await holdScripts(page);
  await playhead(page).focus();
  await page.keyboard.press('Control+k');
  // Each of these letters is a command on the timeline: pins, the look of the diff, a note.
  await page.keyboard.type('abvmx');
  await page.keyboard.press('Backspace');
  letThrough();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('abvm');
  await page.keyboard.type(' 1');
  await expect(field(page)).toHaveValue('abvm 1');
  await page.keyboard.press('Escape');
  await expect(playhead(page)).toBeFocused();
  await expect(page).toHaveURL(/\?at=120&v=1$/);
});

test('does what is entered while it is still being read, and the page behind hears nothing of it', async ({
  page,
}) => {
  await page.goto('/?ns=demo');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Events' }).focus();
  const letThrough = await holdScripts(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('status');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  letThrough();
  await expect(page).toHaveURL(/\/status/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Status');
});

test('says that the server is away, and finds again once it is back', async ({ page }) => {
  await page.goto('/');
  await page.route('**/api/v1/entities?*', (route) => route.abort());
  await openPalette(page);
  await page.keyboard.type('crate-03');
  await expect(palette(page).getByRole('status').filter({ hasText: 'could not be reached' })).toBeVisible();
  await page.unroute('**/api/v1/entities?*');
  await expect(active(page)).toHaveText(/crate-03/);
});

for (const [path, typed] of [
  ['/', ''],
  ['/entities/parcel/p-1', ''],
  ['/entities/parcel/p-1', 'crate'],
] as const) {
  test(`is sound on ${path} with “${typed}”`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await openPalette(page);
    await page.keyboard.type(typed);
    if (typed !== '') await expect(page.getByText('the first 20 of more, type on for others')).toBeVisible();
    await expectNothingFound(page);
    await expectFits(page);
  });
}
