/** An auditor's question on a real log: when did this person change party, and who recorded it? */
import { expect, test } from './fixtures.ts';
import { eventPane, stateTree } from './panes.ts';
import { importWithOracle } from './real-histories.ts';
import { openEntity } from './timeline.ts';

test('us-legislators: when a person changed party, and who recorded it', async ({
  page,
  instance,
  context,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await importWithOracle(instance, { folder: 'us-legislators', type: 'legislator' });
  await context.addCookies([{ name: 'chronoscope-face', value: 'auditor', url: baseURL }]);
  await openEntity(page, '/entities/legislator/A000367');

  // Of his last term in office.
  await page.getByRole('textbox', { name: 'Find in the state' }).fill('party');
  const party = stateTree(page).locator('[data-path="/terms/4/party"]');
  await party.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'All its values' }).click();
  const values = page.getByRole('listbox', { name: /Values of/ }).getByRole('option');
  // The newest first; what the log says of each was read from it by hand.
  await expect(values.filter({ hasText: /Independent.*→.*Libertarian/ })).toContainText('Derek Willis');
  const left = values.filter({ hasText: /Republican.*→.*Independent/ });
  await expect(left).toContainText('2019-07-09 00:47:42');
  await left.click();
  await expect(page).toHaveURL(/[?&]at=33(&|$)/);
  await expect(eventPane(page)).toContainText('Derek Willis changed');
  await expect(eventPane(page)).toContainText('Party from Republican to Independent');
});
