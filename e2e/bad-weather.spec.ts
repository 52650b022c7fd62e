/** States that are huge, long, odd or absent: each is shown, says what it leaves out, and can be worked with. */
import { expect, test } from './fixtures.ts';
import { stateTree } from './panes.ts';
import { openEntity, playhead } from './timeline.ts';
import { copied, importWeather, type Line, row } from './weather.ts';

/** Ten thousand items of five fields each, by merge patches that are small enough to be taken in. */
function hugeLines(): readonly Line[] {
  const item = (place: number) => ({ id: `i${place}`, count: place, price: 12.5, note: 'n', open: true });
  const groups = Array.from({ length: 100 }, (_, group) => ({
    [`group${group}`]: Object.fromEntries(
      Array.from({ length: 100 }, (_, place) => [`item${place}`, item(place)]),
    ),
  }));
  const patches = Array.from({ length: 10 }, (_, tenth) =>
    Object.assign({}, ...groups.slice(tenth * 10, tenth * 10 + 10)),
  );
  return [...patches, { group3: { item4: { count: 1004 } } }].map((content) => ({ id: 'huge', content }));
}

test('a state of fifty thousand fields opens folded, says so, is searched and can be opened whole', async ({
  page,
  instance,
}) => {
  await importWeather(instance, 'merge', hugeLines());
  await openEntity(page, '/entities/weather-merge/huge');
  await expect(
    page.getByText('A large state, 50,000 fields: it is folded below its first level.'),
  ).toBeVisible();
  await expect(row(page, '/group3')).toHaveAttribute('aria-expanded', 'false');
  await row(page, '/group3').click();
  await page.keyboard.press('ArrowRight');
  await expect(row(page, '/group3/item0')).toBeVisible();
  const find = page.getByLabel('Find in the state');
  await find.fill('1004');
  await expect(page.getByRole('search')).toContainText('1 match');
  await find.press('Enter');
  await expect(row(page, '/group3/item4/count')).toBeInViewport();
  await find.press('Escape');
  await page.getByRole('button', { name: 'Open all' }).click();
  await stateTree(page).focus();
  await page.keyboard.press('End');
  await expect(row(page, '/group99/item99/price')).toBeInViewport();
  // Only what is in sight is in the document.
  expect(await stateTree(page).getByRole('treeitem').count()).toBeLessThan(120);
});

test('a string of nearly a megabyte is cut in its row, whole when asked, and copied whole', async ({
  page,
  instance,
}) => {
  const long = `${'All work and no play. '.repeat(45_000)}The end.`;
  await importWeather(instance, 'replace', [{ id: 'long', content: { small: 1, long } }]);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEntity(page, '/entities/weather-replace/long');
  const size = (long.length + 2).toLocaleString('en');
  await expect(row(page, '/long')).toContainText(`${size} characters`);
  expect((await row(page, '/long').textContent())?.length).toBeLessThan(600);
  await row(page, '/long').click();
  const strip = page.getByRole('region', { name: 'Selected field' });
  await strip.getByRole('button', { name: `Show all ${size} characters` }).click();
  await expect(strip.getByText(/The end\."$/)).toBeAttached();
  await strip.getByRole('button', { name: 'Value' }).click();
  await expect.poll(async () => (await copied(page)).length).toBe(long.length + 2);
  await page.getByLabel('Find in the state').fill('the end');
  await expect(row(page, '/long').locator('mark')).toHaveText('The end');
});

test('characters that hide or turn text around are named', async ({ page, instance }) => {
  await importWeather(instance, 'replace', [
    { id: 'turned', content: { 'a\u202Eb': 'x\u200By\u0007', مرحبا: 'שלום' } },
  ]);
  await openEntity(page, '/entities/weather-replace/turned');
  const turned = stateTree(page).getByRole('treeitem').first();
  await expect(turned.locator('.hidden-character')).toHaveText(['U+202E', 'U+200B']);
  await turned.click();
  await expect(page.getByRole('region', { name: 'Selected field' })).toContainText('aU+202Eb');
  await expect(stateTree(page).getByText('مرحبا')).toBeVisible();
});

test('a field with a life of its own is told in words', async ({ page, instance }) => {
  const contents = [{ n: 1 }, { n: 'x' }, {}, { n: 2 }, { n: { a: 1 } }, { n: { a: 2 } }];
  await importWeather(
    instance,
    'replace',
    contents.map((content) => ({ id: 'life', content })),
  );
  await openEntity(page, '/entities/weather-replace/life?axis=recorded&path=/n&d=field&v=1');
  const values = page.getByRole('listbox', { name: 'Values of the field' });
  for (const said of [
    /1 field changed.*\{"a":2\}/,
    /was 2.*\{"a":1\}/,
    /came back/,
    /removed/,
    /number became text/,
  ])
    await expect(values.getByRole('option', { name: said }).first()).toBeVisible();
  await values.locator('[data-version="3"]').click();
  await expect(page.getByRole('region', { name: 'Followed field' })).toContainText('Removed');
});

test('one event, and the moment before it', async ({ page, instance }) => {
  await importWeather(instance, 'replace', [{ id: 'single', content: 'just a text' }]);
  await openEntity(page, '/entities/weather-replace/single');
  await expect(playhead(page)).toHaveAttribute('max', '1');
  await expect(stateTree(page).getByRole('treeitem')).toContainText('"just a text"');
  await page.keyboard.press('Tab');
  await openEntity(page, '/entities/weather-replace/single?at=0&path=&d=state&v=1');
  await expect(page.getByText('It did not exist yet')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the first event' }).click();
  await expect(playhead(page)).toHaveValue('1');
});
