/** A page that was opened is there for a story once it hears keys and presses, which on a busy machine is well after it is drawn. */
import type { Page } from '@playwright/test';

/** The same page; who opens an address, or the same one again, waits until all that can be worked is React's. */
export function onceItListens(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...asked) => {
    const response = await goto.apply(page, asked);
    await listens(page);
    return response;
  };
  page.reload = async (...asked) => {
    const response = await reload.apply(page, asked);
    await listens(page);
    return response;
  };
  return page;
}

/**
 * Elements that came with the server's HTML carry their props from when React has taken them over, and keys of the whole page are heard
 * from the effects that follow, after which the page has nothing to do. Pages without React listen at once.
 */
async function listens(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!('__next_f' in window)) return true;
    const worked = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
    return [...worked].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps$')),
    );
  });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })));
}
