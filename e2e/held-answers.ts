import type { Page } from '@playwright/test';

/** What the page asks for of its own scripts from now on waits until it is let through. */
export const holdScripts = (page: Page): Promise<() => void> => holdAnswers(page, '**/_next/static/**');

/** The same for all addresses that are like this one. */
export async function holdAnswers(page: Page, address: string): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}
