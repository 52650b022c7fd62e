/** A reader marks a moment by keyboard; another sees it, and nothing that was ever said is lost. */
import { expectNothingFound } from './axe.ts';
import { expect, type Instance, test } from './fixtures.ts';
import { composer, notesHere, notesPanel, noteText, openNotes, ribbon } from './notes.ts';
import { diffPane, eventPane, events, expectAt, stateTree } from './panes.ts';
import { PARCEL_IMPORT, parcelNdjson } from './parcel-log.ts';
import { openEntity, playhead } from './timeline.ts';

/** A parcel that nobody else notes anything on. */
const PARCEL = '/entities/parcel/noted';

test('a note is written, seen by another, changed and removed, and all of that stays', async ({
  page,
  context,
  instance,
}) => {
  const noted = parcelNdjson().replaceAll('"p-1"', '"noted"');
  expect(await instance.command(['import', '-', ...PARCEL_IMPORT], noted)).toMatchObject({ exitCode: 0 });
  await openEntity(page, `${PARCEL}?at=120&path=%2Fstatus&v=1`);
  await playhead(page).press('m');
  await expect(noteText(composer(page))).toBeFocused();
  await expectNothingFound(page);
  await noteText(composer(page)).fill('Weighed twice.');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Why? \u202eab');
  await composer(page).getByRole('textbox', { name: 'Your name' }).fill('alice');
  await noteText(composer(page)).press('Enter');
  await expect(composer(page)).toBeHidden();
  await expect(playhead(page)).toBeFocused();
  await expect(ribbon(page, 'alice noted on event 120')).toBeVisible();
  await expect(notesHere(page)).toContainText('alice noted on event 120, field /status');
  await expect(notesHere(page)).toContainText('Why? U+202Eab');
  await expect(stateTree(page).getByRole('treeitem', { name: /status.*has a note/ })).toBeVisible();

  const other = await context.newPage();
  await openEntity(other, `${PARCEL}?at=100&v=1`);
  await expect(ribbon(other, 'alice noted on event 120')).toBeVisible();
  await expect(notesHere(other)).toBeHidden();
  await playhead(other).press('n');
  await expectAt(other, 120);

  // The stretch between the pins, by its button; who wrote before is remembered.
  await openEntity(page, `${PARCEL}?at=150&a=140&b=150&v=1`);
  await page.getByRole('button', { name: 'Add a note' }).click();
  await composer(page).getByRole('button', { name: 'A 140 – B 150' }).click();
  await expect(composer(page).getByRole('textbox', { name: 'Your name' })).toHaveValue('alice');
  await composer(page).getByRole('button', { name: 'Save bookmark' }).click();
  await expect(ribbon(page, 'alice bookmarked events 140 to 150')).toBeVisible();
  await expect(ribbon(other, 'alice bookmarked events 140 to 150')).toBeVisible({ timeout: 15_000 });

  const between = diffPane(page)
    .getByRole('group')
    .filter({ hasText: /^1 note on these events/ });
  await page.getByRole('button', { name: 'Diff A–B' }).click();
  await between.locator('summary').click();
  await expect(page.getByRole('region', { name: 'Notes on these events' })).toContainText(
    'alice bookmarked events 140 to 150',
  );
  await expect(eventPane(page)).toContainText('At the playhead, where B is: the last event of this diff.');
  await page.getByRole('button', { name: 'State', exact: true }).click();
  await expect(eventPane(page)).not.toContainText('At the playhead');

  await openNotes(page);
  const first = notesPanel(page).getByRole('listitem').filter({ hasText: 'event 120' });
  await first.getByRole('button', { name: 'Edit' }).press('Enter');
  await noteText(first).fill('Weighed once.');
  await noteText(first).press('Enter');
  await expect(first.getByText('edited once')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Edit' })).toBeFocused();
  await expectNothingFound(page);
  await first.getByRole('button', { name: 'event 120' }).click();
  await expectAt(page, 120);
  await first.getByRole('button', { name: 'Remove' }).press('Enter');
  await first.getByRole('button', { name: 'Keep it' }).press('Enter');
  await first.getByRole('button', { name: 'Remove' }).press('Enter');
  await first.getByRole('button', { name: 'Remove it' }).press('Enter');
  await expect(first).toBeHidden();
  await expect(ribbon(page, 'alice noted on event 120')).toHaveCount(0);

  await page.reload();
  await openNotes(page);
  await expect(notesPanel(page).getByRole('listitem')).toHaveCount(1);
  await notesPanel(page).getByRole('button', { name: 'Show removed 1' }).click();
  await notesPanel(page).getByRole('button', { name: 'Show edits' }).click();
  const history = first.getByRole('list', { name: 'History of the note' }).getByRole('listitem');
  await expect(history).toHaveText([
    /^Added by alice \(browser\), .*Weighed twice\.\s+Why\? U\+202Eab$/s,
    /^Edited by alice .*Weighed once\.$/s,
    /^Removed by alice /,
  ]);
  await expectNothingFound(page);
  await page.keyboard.press('Escape');
  await expect(notesPanel(page)).toBeHidden();
  await expect(page.getByRole('button', { name: /^Notes \d/ })).toBeFocused();
});

async function importParcel(
  instance: Instance,
  parcel: string,
  days: readonly (readonly [happened: number, written: number])[],
) {
  const at = (day: number) => new Date(Date.UTC(2026, 4, day)).toISOString();
  const lines = days.map(([happened, written], n) =>
    JSON.stringify({
      parcel,
      what: 'ParcelScanned',
      who: 'bob',
      happened: at(happened),
      written: at(written),
      content: { n },
    }),
  );
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], `${lines.join('\n')}\n`);
  expect(done).toMatchObject({ exitCode: 0 });
}

test('an entity without notes says how to write one, and keeps as many events as before', async ({
  page,
  request,
  instance,
}) => {
  await importParcel(instance, 'bare', [[1, 1]]);
  await openEntity(page, '/entities/parcel/bare');
  await openNotes(page);
  await expect(notesPanel(page).getByText('No notes yet')).toBeVisible();
  await expectNothingFound(page);
  await page.keyboard.press('Escape');
  await playhead(page).press('m');
  await noteText(composer(page)).press('Escape');
  await expect(composer(page)).toBeHidden();
  await expect(playhead(page)).toBeFocused();
  // What was begun is still there after Escape, and gone where it was cancelled.
  await playhead(page).press('m');
  await noteText(composer(page)).fill('Half a thought');
  await noteText(composer(page)).press('Escape');
  await playhead(page).press('m');
  await expect(noteText(composer(page))).toHaveValue('Half a thought');
  await composer(page).getByRole('button', { name: 'Cancel' }).click();
  await playhead(page).press('m');
  await expect(noteText(composer(page))).toHaveValue('');
  await noteText(composer(page)).press('Enter');
  await expect(ribbon(page, 'somebody (browser) bookmarked event 1')).toBeVisible();
  const entity = await (await request.get('/api/v1/entities/parcel/bare')).json();
  expect(entity.events).toBe(1);
  const listed = await instance.command(['notes', 'parcel', 'bare']);
  expect(listed.stdout).toMatch(/^1\t.*\tbrowser\t-\t\(bookmark\)\n$/);
  await page.goto('/entities');
  await expect(page.getByText('$notes')).toHaveCount(0);
  await expect(page.getByText(/are not counted here/)).toBeVisible();

  // The stream that keeps them is called by what it is about, and by its own name where keys are read.
  await page.getByRole('link', { name: 'Notes', exact: true }).click();
  await page.getByRole('link', { name: 'Notes on parcel bare' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('$notes/parcel/bare');
  await page.getByRole('combobox', { name: 'Wording' }).selectOption('Auditor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notes on Parcel/bare');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^Notes on parcel bare, entry 1, .*, sha256:[0-9a-f]{64}$/);
});

test('a note stays with its event where the other axis puts that elsewhere', async ({ page, instance }) => {
  // The third event tells of what happened before the others.
  await importParcel(instance, 'late', [
    [2, 2],
    [3, 3],
    [1, 4],
  ]);
  await openEntity(page, '/entities/parcel/late?at=3&v=1');
  await playhead(page).press('m');
  await noteText(composer(page)).fill('came late');
  await noteText(composer(page)).press('Enter');
  await expect(notesHere(page)).toContainText('came late');
  await openEntity(page, '/entities/parcel/late?at=1&axis=occurred&v=1');
  await expect(playhead(page)).toHaveValue('2');
  await expect(notesHere(page)).toBeHidden();
  await expect(ribbon(page, 'noted on event 3')).toBeVisible();
  await playhead(page).press('p');
  await expect(playhead(page)).toHaveValue('1');
  await expectAt(page, 3);
  await expect(notesHere(page)).toContainText('came late');
});

test('an edit that somebody else has overtaken is said in sight, and loses nothing of what was typed', async ({
  page,
  request,
  instance,
}) => {
  await importParcel(instance, 'disputed', [[1, 1]]);
  const notes = '/api/v1/entities/parcel/disputed/notes';
  const post = async (data: object) => expect((await request.post(notes, { data })).status()).toBe(200);
  const on = { axis: 'recorded', from: 1, to: null, path: null };
  for (let nth = 1; nth <= 30; nth += 1)
    await post({
      eventId: `disputed-${nth}`,
      author: 'ada',
      change: { what: 'add', on, text: `Note ${nth}` },
    });
  await page.setViewportSize({ width: 390, height: 844 });
  await openEntity(page, '/entities/parcel/disputed?v=1');
  await page.getByRole('button', { name: 'More of the timeline' }).click();
  await openNotes(page);
  // The newest first, so this one is at the lower end.
  const first = notesPanel(page).getByRole('listitem').filter({ hasText: 'event 1' }).last();
  await first.getByRole('button', { name: 'Edit' }).click();
  const theirs = { what: 'edit', note: 'disputed-1', text: 'As bob says' };
  await post({ eventId: 'disputed-by-bob', author: 'bob', change: theirs });
  await noteText(first).fill('As I say\nand say again');
  await noteText(first).press('Enter');
  const said = first.getByRole('alert');
  await expect(said).toContainText('bob has edited this note meanwhile.');
  await expect(said).toContainText('As bob says');
  await expect(said).toBeInViewport({ ratio: 1 });
  await expect(noteText(first)).toHaveValue('As I say\nand say again');
  await noteText(first).press('Enter');
  await expect(first).toContainText('edited 2 times');
  await expect(first).toContainText('and say again');

  // Even where the note is gone, what was typed is there to be copied.
  await first.getByRole('button', { name: 'Edit' }).click();
  await post({ eventId: 'disputed-gone', author: 'bob', change: { what: 'remove', note: 'disputed-1' } });
  await noteText(first).fill('Too late');
  await noteText(first).press('Enter');
  await expect(said).toContainText('bob has removed this note meanwhile.');
  await expect(noteText(first)).toHaveValue('Too late');
  await first.getByRole('button', { name: 'Cancel' }).click();
  await expect(notesPanel(page).getByRole('listitem')).toHaveCount(29);
});

test('the list of events marks those that have notes, also where a row is filled anew', async ({
  page,
  instance,
}) => {
  const noted = parcelNdjson().replaceAll('"p-1"', '"listed"');
  expect(await instance.command(['import', '-', ...PARCEL_IMPORT], noted)).toMatchObject({ exitCode: 0 });
  await openEntity(page, '/entities/parcel/listed?at=120&v=1');
  const marked = events(page).getByRole('option', { name: /note/ });
  await expect(marked).toHaveCount(0);
  const note = async (text: string) => {
    await playhead(page).press('m');
    await noteText(composer(page)).fill(text);
    await composer(page).getByRole('textbox', { name: 'Your name' }).fill('alice');
    await noteText(composer(page)).press('Enter');
    await expect(composer(page)).toBeHidden();
  };
  await note('One.');
  await expect(marked).toHaveAccessibleName(/^Event 120 .*has a note/);
  await note('Two.');
  await expect(marked).toHaveAccessibleName(/^Event 120 .*2 notes/);
  await expect(marked).toHaveCount(1);
  await expectNothingFound(page);

  // Far away the same elements show other events.
  await playhead(page).press('Home');
  await expect(events(page).getByRole('option', { name: /^Event 1 / })).toBeVisible();
  await expect(marked).toHaveCount(0);
  await openEntity(page, '/entities/parcel/listed?at=121&v=1');
  await expect(marked).toHaveAttribute('data-version', '120');
});
