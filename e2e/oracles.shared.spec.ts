/** A sample of real answers in the browser, and the axis that a log without recorded times opens on. */
import { expect, test } from './fixtures.ts';
import { copiedState } from './panes.ts';
import { importCloudTrail, importLegislators, legislatorAnswers } from './real-histories.ts';
import { openEntity } from './timeline.ts';

test('us-legislators: the state at an instant is the one of the oracle', async ({ page, instance }) => {
  test.setTimeout(300_000);
  await importLegislators(instance);
  for (const { entity, as_of: at, expected } of legislatorAnswers(12)) {
    await openEntity(page, `/entities/legislator/${entity}?at=${encodeURIComponent(at)}&v=1`);
    if (expected === null) await expect(page.getByText(/did not exist yet|was removed/)).toBeVisible();
    else expect(await copiedState(page)).toEqual(expected);
  }
});

test('cloudtrail: the page opens on the occurred axis and says why', async ({ page, instance }) => {
  await importCloudTrail(instance);
  await page.goto('/entities?type=iam%3Arole');
  await page.getByRole('list', { name: 'Entities' }).getByRole('link').first().click();
  await expect(page.getByText(/gave no recorded times/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Axis' })).toHaveValue('occurred');
});
