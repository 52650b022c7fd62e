import type { Page } from '@playwright/test';

/** What the page asks for of its own scripts from now on waits until it is let through. */
export async function holdScripts(page: Page): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/_next/static/**', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}
