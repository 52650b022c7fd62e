/** The panes of an entity page: what the list, the state, the diff and the event say. */
import { expect, type Locator, type Page } from '@playwright/test';

export const notices = (page: Page): Locator => page.getByRole('complementary', { name: 'Notices' });
export const events = (page: Page): Locator => page.getByRole('listbox', { name: 'Events' });
export const stateTree = (page: Page): Locator => page.getByRole('tree', { name: 'State' });
export const diffPane = (page: Page): Locator => page.getByRole('region', { name: 'Diff' });
export const eventPane = (page: Page): Locator => page.getByRole('region', { name: 'Event', exact: true });

/** The one event that is selected in the list, as its version. */
export async function selectedVersion(page: Page): Promise<number> {
  return Number(await events(page).getByRole('option', { selected: true }).getAttribute('data-version'));
}

/** The whole state at the playhead, through the button that copies it. */
export async function copiedState(page: Page): Promise<unknown> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByTitle('Copy the whole state as JSON').click();
  return JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
}

/** List, event pane, state and address agree on one version. */
export async function expectAt(page: Page, version: number): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`[?&]at=${version}(&|$)`));
  await expect.poll(() => selectedVersion(page)).toBe(version);
  await expect(page.getByText(`After event ${version} ·`)).toBeVisible();
}

/** Paths of the fields that the diff names. */
export async function changedPaths(page: Page): Promise<readonly string[]> {
  const entries = diffPane(page).locator('[data-path]');
  return entries.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('data-path') ?? ''),
  );
}
