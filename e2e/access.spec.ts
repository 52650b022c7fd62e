import { expectNothingSerious, type LookedAt, looksAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { playhead } from './timeline.ts';

/** Before its first event too, an entity has a playhead. */
const entity = (name: string, search: string): LookedAt => ({
  name,
  path: `/entities/parcel/p-1?${search}`,
  shown: playhead,
});

looksAccessible([
  { name: 'overview', path: '/' },
  { name: 'overview of the demo', path: '/?ns=demo' },
  { name: 'entities', path: '/entities' },
  { name: 'entities, nothing found', path: '/entities?id=no-such-thing' },
  { name: 'events', path: '/events' },
  { name: 'events, nothing found', path: '/events?q=type:Nothing' },
  { name: 'events, no query', path: '/events?q=typ:Nothing' },
  {
    name: 'entities, then',
    path: '/entities?ns=demo&type=staff&col=/name&col=/permissions/refundLimit&removed=shown&asof=2026-03-15',
  },
  { name: 'entities, a query refused', path: '/entities?q=entity-typ:parcel&asof=soon' },
  { name: 'status', path: '/status' },
  { name: 'status, another time set', path: '/status?asof=2026-03-15&axis=occurred' },
  entity('entity', 'at=120&v=1'),
  entity('entity, before the first event', 'at=0&v=1'),
  entity('entity, diff', 'at=120&a=41&b=200&d=unified&v=1'),
  entity('entity, split diff', 'at=120&a=41&b=200&d=split&ignore=/note&v=1'),
  entity('entity, table of changes', 'at=120&a=41&b=200&d=table&v=1'),
  entity('entity, raw diff', 'at=120&a=41&b=200&d=raw&v=1'),
  entity('entity, no pins', 'd=unified&v=1'),
  { name: 'no such entity', path: '/entities/parcel/unknown' },
]);

for (const [width, height] of [
  [1440, 900],
  [390, 844],
  [320, 640],
] as const) {
  test(`the time of the app, open, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/entities?ns=demo');
    await page.locator('summary', { hasText: 'Time of the app' }).click();
    const field = page.getByRole('textbox', { name: 'Show everything as of' });
    await expect(field).toBeVisible();
    await expectNothingSerious(page);
    const box = await field.locator('xpath=ancestor::form').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  });
}

test('marked words in a diff have the colours of text where colours are forced', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await page.goto('/entities/parcel/p-1?at=120&a=41&b=200&d=raw&v=1');
  const mark = page.locator('mark').first();
  await expect(mark).toBeVisible();
  const colours = await mark.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    const body = getComputedStyle(document.body);
    return { mark: [color, backgroundColor], text: [body.color, body.backgroundColor] };
  });
  expect(colours.mark).toEqual(colours.text);
});
