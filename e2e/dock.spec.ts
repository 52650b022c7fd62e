/** Brushing a stretch, folding gaps, the ways to play, and following what comes: by mouse and by keyboard. */
import { expect, type Instance, test } from './fixtures.ts';
import { expectAt, selectedVersion } from './panes.ts';
import { PARCEL_IMPORT } from './parcel-log.ts';
import { openEntity, playhead, trackBox } from './timeline.ts';

const DAY = 86_400_000;

/** Events at these instants, in milliseconds after 1 June 2026. */
async function append(instance: Instance, parcel: string, ...instants: readonly number[]): Promise<void> {
  const lines = instants.map((after, index) => {
    const at = new Date(Date.UTC(2026, 5, 1) + after).toISOString();
    const content = { status: 'travelling', scans: index };
    return `${JSON.stringify({ parcel, what: 'ParcelScanned', who: 'bob', happened: at, written: at, content })}\n`;
  });
  const done = await instance.command(['import', '-', ...PARCEL_IMPORT], lines.join(''));
  expect(done).toMatchObject({ exitCode: 0 });
}

test('Shift and a drag select whole events: A before the first, B on the last', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=7&scale=events&v=1');
  const { x, y, width } = await trackBox(page);
  const brush = page.getByTestId('timeline-brush');
  await page.keyboard.down('Shift');
  await page.mouse.move(x + width / 4, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y, { steps: 5 });
  await expect(brush).toBeVisible();
  await expect(brush).toHaveText(/^\d+ events$/);
  const drawn = Number.parseInt((await brush.textContent()) ?? '', 10);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(brush).toBeHidden();
  await expect(page).toHaveURL(/[?&]a=\d+&b=\d+/);
  const query = new URL(page.url()).searchParams;
  expect(Number(query.get('b')) - Number(query.get('a'))).toBe(drawn);
  await expect(page.getByTestId('timeline-live')).toHaveText(
    new RegExp(`^${drawn} events selected, from event`),
  );
  // The playhead stays where it was.
  await expect(playhead(page)).toHaveValue('7');
});

test('Escape takes a brush back, and the button lets two clicks do what a drag does', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=7&scale=events&v=1');
  const { x, y, width } = await trackBox(page);
  const button = page.getByRole('button', { name: 'Brush A to B' });
  const brush = page.getByTestId('timeline-brush');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(x + width / 4, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 3, y);
  await expect(brush).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(brush).toBeHidden();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(page.url()).not.toContain('b=');

  await button.press('Enter');
  await page.mouse.click(x + width / 4, y);
  await expect(brush).toBeVisible();
  await page.mouse.click(x + width / 2, y);
  await expect(page).toHaveURL(/[?&]a=\d+&b=\d+/);
  await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('folded gaps give bursts their room, and the address keeps it', async ({ page, instance }) => {
  const burst = Array.from({ length: 12 }, (_, index) => index * 60_000);
  await append(instance, 'gaps-1', ...burst, ...burst.map((after) => after + 90 * DAY));
  await openEntity(page, '/entities/parcel/gaps-1?at=12&v=1');
  const { x, y, width } = await trackBox(page);
  // Unfolded, a burst is one pixel: the middle of the track is far behind it.
  await page.mouse.click(x + width * 0.4, y);
  await expectAt(page, 12);
  const fold = page.getByRole('button', { name: 'Fold gaps' });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/gaps=folded/);
  await page.mouse.click(x + width * 0.25, y);
  await expect.poll(async () => Number(await playhead(page).inputValue())).toBeLessThan(10);
  await page.reload();
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(fold).toBeDisabled();
});

test('plays in true intervals, or without the idle ones, and L goes faster', async ({ page, instance }) => {
  await append(instance, 'pace-1', 0, 1000, 2000, 30 * DAY);
  await openEntity(page, '/entities/parcel/pace-1?at=1&v=1');
  const speed = page.getByRole('combobox', { name: 'Speed' });
  await speed.selectOption({ label: '1 s = 1 min' });
  await expect(page.getByTestId('timeline-live')).toHaveText('One second is 1 minute');
  await playhead(page).focus();
  await page.keyboard.press('Space');
  await expect(playhead(page)).toHaveValue('3');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expectAt(page, 3);
  await speed.selectOption({ label: '1 s = 1 min, skip idle' });
  await playhead(page).focus();
  await page.keyboard.press('l');
  await expect(speed).toHaveValue('skipping 600');
  await page.keyboard.press('Space');
  await expect(playhead(page)).toHaveValue('4');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('Live goes along with new events until the playhead is moved', async ({ page, instance }) => {
  await append(instance, 'follow-1', 0, 1000, 2000);
  await openEntity(page, '/entities/parcel/follow-1?at=2&v=1');
  const live = page.getByRole('button', { name: 'Live' });
  await live.focus();
  await page.keyboard.press('Enter');
  await expect(live).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/[?&]live=1/);
  // The address says "now", whatever that comes to be.
  await expect.poll(() => selectedVersion(page)).toBe(3);
  await append(instance, 'follow-1', 3000, 4000);
  await expect(playhead(page)).toHaveAttribute('max', '5');
  await expect.poll(() => selectedVersion(page)).toBe(5);
  expect(page.url()).not.toContain('at=');
  await expect(page.getByTestId('followed')).toHaveText(/new events?, up to event 5\.$/);
  await expect(live).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expectAt(page, 4);
  await expect(live).toHaveAttribute('aria-pressed', 'false');
  await append(instance, 'follow-1', 5000);
  await expect(page.getByText('1 new event', { exact: true })).toBeVisible();
  await expectAt(page, 4);
});

test('the window is zoomed by keys and fitted by a double click', async ({ page }) => {
  await openEntity(page, '/entities/parcel/p-1?at=120&scale=events&v=1');
  const { x, y, width } = await trackBox(page);
  await playhead(page).focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('+');
  await page.mouse.click(x + 2, y);
  await expect.poll(async () => Number(await playhead(page).inputValue())).toBeGreaterThan(60);
  await page.mouse.dblclick(x + width / 2, y);
  await page.mouse.click(x + 30, y);
  await expect.poll(async () => Number(await playhead(page).inputValue())).toBeLessThan(10);
});

test('the triangle of the playhead stands on no label', async ({ page }) => {
  // The playhead is within the day that the left edge says.
  await openEntity(page, '/entities/refund/R-2071?ns=demo&at=1&v=1');
  const inked = await page.getByTestId('timeline-playhead-caret').evaluate((caret) => {
    const canvas = caret.closest('[data-testid="timeline-track"]')?.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) throw new Error('The track has no canvas');
    const origin = canvas.getBoundingClientRect();
    const { left, top, width, height } = caret.getBoundingClientRect();
    // Of the whole label, which is as dark everywhere, the part that the triangle takes.
    const { data } = context.getImageData(left - origin.left, top - origin.top, width, height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at + 3] ?? 0) > 60 && (data[at] ?? 255) < 140) count += 1;
    return count;
  });
  expect(inked).toBe(0);
});
