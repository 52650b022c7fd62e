/** From an event to those that belong to it, in other entities too, and out of the page in other forms. */
import { causedEvent } from './caused-event.ts';
import { expect, test } from './fixtures.ts';
import { eventPane } from './panes.ts';
import { openEntity } from './timeline.ts';

test('an event leads to its cause, and the cause back to what it caused', async ({ page, request }) => {
  const { id, version } = await causedEvent(request);
  await openEntity(page, `/entities/payment/${encodeURIComponent(id)}?ns=demo&at=${version}`);
  const cause = eventPane(page).getByRole('region', { name: 'Caused by' }).getByRole('link');
  await expect(cause).toBeVisible();
  await cause.click();
  await expect(page).not.toHaveURL(/\/entities\/payment\//);
  const effects = eventPane(page).getByRole('region', { name: /^Caused these: \d+$/ });
  await effects.getByRole('link', { name: new RegExp(`payment/${id} #${version}$`) }).click();
  await expect(page).toHaveURL(new RegExp(`/entities/payment/.*at=${version}`));
});

test('an event is copied as the API answers it, as a request and as a command', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEntity(page, '/entities/parcel/p-1?at=14');
  const copied = async (name: string) => {
    await eventPane(page).getByRole('button', { name }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(JSON.parse(await copied('Copy JSON'))).toMatchObject({ version: 14, type: 'NoteChanged' });
  expect(await copied('Copy curl')).toMatch(
    /^curl -s 'http:\/\/[^']+\/api\/v1\/entities\/parcel\/p-1\/events\?ns=main&from=14&to=14'$/,
  );
  expect(await copied('Copy CLI')).toBe("chronoscope events --json -- 'parcel' 'p-1' | sed -n '14p'");
});
