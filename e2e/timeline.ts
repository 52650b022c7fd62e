/** The dock, as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export const playhead = (page: Page): Locator => page.getByRole('slider', { name: 'Playhead' });

/** The page has taken over from the server's HTML once the dock can be moved. */
export async function openEntity(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await takenOver(page);
}

export async function takenOver(page: Page): Promise<void> {
  await expect(playhead(page)).toBeVisible();
  // The flag is written by the page itself, so from then on keys and pointers are heard.
  await expect(page.locator('[data-testid="timeline-flag"][style*="visible"]')).toBeAttached();
}

/** Presses the mouse on the track, moves until the playhead stands on the event, and lets go. */
export async function dragTo(page: Page, ordinal: number): Promise<void> {
  const { x: left, y, width } = await trackBox(page);
  await page.mouse.move(left + width / 2, y);
  await page.mouse.down();
  let low = left;
  let high = left + width;
  for (let step = 0; step < 40; step += 1) {
    const x = (low + high) / 2;
    await page.mouse.move(x, y);
    const reached = await playheadHeld(page);
    if (reached === ordinal) break;
    if (reached < ordinal) low = x;
    else high = x;
  }
  await page.mouse.up();
  await expect(playhead(page)).toHaveValue(String(ordinal));
}

const STILL_FRAMES = 8;

/** Where a drag has taken the playhead when it has stood there for some frames: of a move that a busy machine draws late the first ones tell nothing. */
async function playheadHeld(page: Page): Promise<number> {
  const value = await playhead(page).evaluate(
    (slider: HTMLInputElement, frames) =>
      new Promise<string>((resolve) => {
        let [last, still] = [slider.value, 0];
        const look = (): void => {
          still = slider.value === last ? still + 1 : 0;
          last = slider.value;
          if (still === frames) resolve(last);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    STILL_FRAMES,
  );
  return Number(value);
}

/** Where a drag has taken the playhead once the next frame is drawn. */
export async function playheadAtRest(page: Page): Promise<number> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return Number(await playhead(page).inputValue());
}

/** Left edge, height of the middle, and width of the track, in CSS pixels. */
export async function trackBox(page: Page): Promise<{ x: number; y: number; width: number }> {
  const box = await page.getByTestId('timeline-track').boundingBox();
  if (box === null) throw new Error('The timeline has no track');
  return { x: box.x + 1, y: box.y + box.height / 2, width: box.width - 2 };
}
