/** Notes on an entity, as a person reads and writes them. */
import type { Locator, Page } from '@playwright/test';

export const composer = (page: Page): Locator => page.getByRole('dialog', { name: 'Add a note' });
export const noteText = (within: Locator): Locator =>
  within.getByRole('textbox', { name: 'Text of the note' });
export const notesPanel = (page: Page): Locator => page.getByRole('region', { name: 'Notes', exact: true });
export const notesHere = (page: Page): Locator => page.getByRole('region', { name: 'Notes on this event' });
export const openNotes = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Notes \d/ }).click();
/** The ribbons on the track, by what they say. */
export const ribbon = (page: Page, says: string): Locator =>
  page.getByTestId('timeline-notes').getByRole('button', { name: says, includeHidden: true });
