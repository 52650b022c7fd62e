/** The keys are listed, can be changed, and stay changed; single keys can be switched off. All by keyboard. */
import type { Page } from '@playwright/test';
import { expectFits, expectNothingFound } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { holdScripts } from './held-answers.ts';
import { expectAt } from './panes.ts';
import { openEntity, playhead, takenOver } from './timeline.ts';

const help = (page: Page) => page.getByRole('dialog', { name: 'Keys and help' });

async function openHelp(page: Page): Promise<void> {
  await page.keyboard.press('?');
  await expect(help(page)).toBeVisible();
}

async function pressButton(page: Page, name: string): Promise<void> {
  await help(page).getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
}

test('the help says what the address holds, and what it does not', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openHelp(page);
  const hints = help(page).getByRole('list', { name: 'How to read the screen' }).getByRole('listitem');
  await expect(hints.filter({ hasText: 'Address' })).toContainText([
    'It holds the moment',
    'does not hold the zoom',
  ]);
});

test('its key pressed once more while it is on its way is not looked for, what is typed after it is', async ({
  page,
}) => {
  await page.goto('/?ns=demo');
  const letThrough = await holdScripts(page);
  await page.keyboard.type('??pin');
  letThrough();
  await expect(help(page).getByRole('searchbox')).toHaveValue('pin');
  await expect(help(page).getByRole('listitem').filter({ hasText: 'Set pin A here' })).toBeVisible();
});

test('a key is changed, taken from another command, used after a reload, and given back', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openHelp(page);
  await help(page).getByRole('searchbox').focus();
  await page.keyboard.type('pin');
  await expect(help(page).getByRole('listitem').filter({ hasText: 'Set pin A here' })).toContainText('A');
  await pressButton(page, 'Change keys');
  await pressButton(page, 'Change the key of Set pin A here');
  await page.keyboard.press('b');
  await expect(help(page).getByRole('alert')).toContainText('is the key of “Set pin B here”');
  await expect(help(page).getByRole('button', { name: 'Take it from there' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(help(page).getByRole('listitem').filter({ hasText: 'Set pin B here' })).toContainText(
    'no key',
  );
  await pressButton(page, 'Change the key of Set pin B here');
  await page.keyboard.press('Tab');
  await expect(help(page).getByRole('button', { name: /Press the new key/ })).toHaveCount(0);

  await page.reload();
  await takenOver(page);
  await playhead(page).focus();
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/[?&]a=120/);
  await page.keyboard.press('a');
  await page.keyboard.press('ArrowRight');
  await expectAt(page, 121);
  expect(page.url()).toContain('a=120');

  await openHelp(page);
  await pressButton(page, 'Reset all keys');
  await page.keyboard.press('Escape');
  await playhead(page).focus();
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/[?&]a=121/);
});

test('single keys work elsewhere until they are switched off, and in the timeline always', async ({
  page,
}) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  const search = page.getByRole('button', { name: 'Search' });
  await search.focus();
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/[?&]a=120/);
  await page.getByRole('textbox', { name: 'Go to' }).focus();
  await page.keyboard.type('?b');
  await expect(page.getByRole('textbox', { name: 'Go to' })).toHaveValue('?b');
  await expect(help(page)).toHaveCount(0);

  await search.focus();
  await openHelp(page);
  await help(page).getByRole('checkbox', { name: 'Single-key shortcuts outside of the timeline' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
  await page.keyboard.press('b');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search entities' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(page.url()).not.toContain('b=');
  await playhead(page).focus();
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/[?&]b=120/);
});

test('what works on the page stands first, and what does not is marked alike', async ({ page }) => {
  await page.goto('/?ns=demo');
  await openHelp(page);
  const group = (name: string) => help(page).getByRole('region', { name, exact: true });
  const elsewhere = 'not on this page';
  await expect(group('In the list of events').getByRole('listitem')).toContainText(Array(3).fill(elsewhere));
  await expect(group('In the state').getByRole('listitem')).toContainText(Array(4).fill(elsewhere));
  await expect(group('In the days, bars and numbers').getByRole('listitem')).toHaveCount(4);
  await expect(group('In the days, bars and numbers')).not.toContainText(elsewhere);
  await page.keyboard.press('Escape');
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  await openHelp(page);
  await expect(group('In the list of events')).not.toContainText(elsewhere);
  await expect(group('In the state')).not.toContainText(elsewhere);
  await expect(group('In the query').getByRole('listitem')).toContainText(Array(4).fill(elsewhere));
  const titles = await help(page).getByRole('heading', { level: 3 }).allInnerTexts();
  expect(titles.indexOf('In the state')).toBeLessThan(titles.indexOf('In the query'));
});

test('a change in another tab holds here too', async ({ page, context }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&v=1');
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(() => localStorage.setItem('chronoscope-keys', '{"v":1,"keys":{"setA":["Z"]}}'));
  await openHelp(page);
  await expect(help(page).getByRole('listitem').filter({ hasText: 'Set pin A here' })).toContainText('Z');
});

for (const [path, changing] of [
  ['/', false],
  ['/entities/parcel/p-1', false],
  ['/entities/parcel/p-1', true],
] as const) {
  test(`help is sound on ${path}${changing ? ' while keys are changed' : ''}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await expect(help(page)).toBeVisible();
    if (changing) await pressButton(page, 'Change keys');
    await expectNothingFound(page);
    await expectFits(page);
  });
}
