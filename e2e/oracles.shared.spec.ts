/** A sample of real answers in the browser, and the axis that a log without recorded times opens on. */
import { expect, test } from './fixtures.ts';
import { copiedState } from './panes.ts';
import { importCloudTrail, importWithOracle, type OracleFolder, someAnswers } from './real-histories.ts';
import { openEntity } from './timeline.ts';

const ORACLES: readonly OracleFolder[] = [
  { folder: 'us-legislators', type: 'legislator' },
  { folder: 'cisa-kev', type: 'vulnerability' },
];

for (const oracle of ORACLES) {
  test(`${oracle.folder}: the state at an instant is the one of the oracle`, async ({ page, instance }) => {
    test.setTimeout(300_000);
    await importWithOracle(instance, oracle);
    for (const { entity, as_of: at, expected } of someAnswers(oracle, 12)) {
      await openEntity(page, `/entities/${oracle.type}/${entity}?at=${encodeURIComponent(at)}&v=1`);
      if (expected === null) await expect(page.getByText(/did not exist yet|was removed/)).toBeVisible();
      else expect(await copiedState(page)).toEqual(expected);
    }
  });
}

test('cloudtrail: the page opens on the occurred axis and says why', async ({ page, instance }) => {
  await importCloudTrail(instance);
  await page.goto('/entities?type=iam%3Arole');
  await page.getByRole('table', { name: 'Entities' }).getByRole('link').first().click();
  await expect(page.getByText(/gave no recorded times/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Axis' })).toHaveValue('occurred');
});
