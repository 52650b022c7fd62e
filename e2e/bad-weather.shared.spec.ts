/** The big list of naughty strings as keys and values of one state. */
import { sharedText } from '../lib/testing/shared-folder.ts';
import { expect, test } from './fixtures.ts';
import { stateTree } from './panes.ts';
import { openEntity } from './timeline.ts';
import { copied, importWeather } from './weather.ts';

test('naughty strings are shown as keys and values, and come back as they were', async ({
  page,
  instance,
}) => {
  const strings: string[] = [...new Set<string>(JSON.parse(sharedText('vectors/naughty-strings/blns.json')))];
  const content = Object.fromEntries(strings.map((text) => [text, text]));
  await importWeather(instance, 'replace', [{ id: 'naughty', content }]);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  page.on('dialog', (dialog) => failures.push(dialog.message()));
  await openEntity(page, '/entities/weather-replace/naughty');
  await page.getByTitle('Copy the whole state as JSON').click();
  await expect
    .poll(async () => Object.keys(JSON.parse((await copied(page)) || '{}')).length)
    .toBe(strings.length);
  expect(JSON.parse(await copied(page))).toEqual(content);
  await stateTree(page).focus();
  for (let screen = 0; screen < 30; screen += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await expect(stateTree(page).getByRole('treeitem', { selected: true })).toHaveAttribute(
    'aria-posinset',
    `${strings.length}`,
  );
  await page.getByLabel('Find in the state').fill('<script>');
  await expect(stateTree(page).locator('mark').first()).toHaveText(/<script>/i);
  expect(failures).toEqual([]);
});
