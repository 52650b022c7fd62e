/** What of an address cannot be read, or cannot be answered, is said on every page. */
import { openWhole, queryField } from './events-page.ts';
import { expect, test } from './fixtures.ts';

const UNREADABLE = [
  ['/', ['tz', 'axis']],
  ['/entities', ['tz', 'axis', 'removed']],
  ['/events', ['tz', 'axis', 'sort']],
  ['/types', ['tz', 'axis', 'sort']],
  ['/types/OrderPlaced', ['tz', 'axis', 'schema']],
  ['/model', ['tz', 'axis', 'share', 'before']],
  ['/status', ['tz', 'axis']],
  ['/sequences', ['tz', 'axis']],
  ['/actors/staff%3Atove.lind', ['tz', 'axis']],
  ['/compare', ['tz', 'became', 'axis']],
] as const;

test('names the parts that it could not read, on every page', async ({ page }) => {
  test.slow();
  for (const [path, names] of UNREADABLE) {
    const parts = names.map((name) => [name, name === 'tz' ? 'Mars/Base' : '999x']);
    await page.goto(`${path}?${new URLSearchParams([['ns', 'demo'], ...parts])}`);
    const said = page.getByText(/^Parts of this address could not be read and were ignored/);
    await expect(said, path).toHaveCount(1);
    for (const [name, value] of parts) await expect.soft(said, path).toContainText(`${name}=${value}`);
  }
});

test('names them where the moment is written as the instant that it means, too', async ({ page }) => {
  test.slow();
  for (const [path] of UNREADABLE) {
    const asked = new URLSearchParams({ ns: 'demo', asof: '2h ago', tz: 'Mars/Base', axis: 'x' });
    await page.goto(`${path}?${asked}`);
    await expect(page, path).toHaveURL(/asof=\d{4}-\d\d-\d\dT/);
    const said = page.getByText(/^Parts of this address could not be read and were ignored/);
    await expect.soft(said, path).toContainText('tz=Mars/Base');
    await expect.soft(said, path).toContainText('axis=x');
  }
});

test('a position that the log has not reached is refused alike', async ({ page }) => {
  await openWhole(page, '/events?ns=demo&asof=@99999');
  for (const path of ['/events', '/actors/staff%3Atove.lind', '/sequences?q=OrderPlaced', '/entities', '/']) {
    const url = new URL(path, 'http://localhost');
    url.searchParams.set('ns', 'demo');
    url.searchParams.set('asof', '@99999');
    await page.goto(url.pathname + url.search);
    await expect.soft(page.getByText(/This page shows now\./), path).toHaveCount(1);
    await expect.soft(page.getByText(/As of position @99999/), path).toHaveCount(0);
    await expect.soft(page.getByText(/could not be looked up/), path).toHaveCount(0);
  }
});

test('before the first event the events say so, and lead back to now', async ({ page }) => {
  await openWhole(page, '/events?ns=demo&asof=2020-01-01T00:00:00Z&axis=occurred&tz=Asia%2FKolkata');
  await expect(page.getByText('No event had come by then')).toBeVisible();
  await expect(page.getByText('This namespace holds no event')).toHaveCount(0);
  const back = page.getByRole('main').getByRole('link', { name: 'Back to now' });
  await expect(back).toHaveAttribute('href', /axis=occurred.*tz=Asia/);
  await back.click();
  await expect(page.getByText('No event had come by then')).toHaveCount(0);
  await expect(page).not.toHaveURL(/asof=/);
});

test('a question about states is refused at its place, with the ways that help', async ({ page }) => {
  await openWhole(page, '/events?ns=demo&q=type:OrderPlaced+state:/status=open&tz=Asia%2FKolkata');
  await expect(page.getByText('Events cannot be asked this')).toBeVisible();
  await expect(queryField(page)).toHaveAccessibleDescription(/\(CS-152\)$/);
  const trouble = page
    .getByRole('search', { name: 'Query' })
    .getByRole('status')
    .filter({ hasText: 'CS-152' });
  const said = (await trouble.innerText()).replace(' (CS-152)', '');
  expect(said).toContain('state');
  await expect(page.getByText(said)).toHaveCount(1);
  await expect(queryField(page)).toHaveAttribute('aria-invalid', 'true');
  // The colours of the field lie over it, and are hidden from those who hear it.
  const marked = page.getByRole('search', { name: 'Query' }).locator('[aria-hidden] .decoration-wavy');
  await expect.poll(async () => (await marked.allTextContents()).join('')).toBe('state:/status=open');
  const entities = page.getByRole('main').getByRole('link', { name: 'Look among the entities' });
  const { searchParams } = new URL((await entities.getAttribute('href')) ?? '', 'http://localhost');
  expect(Object.fromEntries(searchParams)).toEqual({
    ns: 'demo',
    q: 'state:/status=open',
    tz: 'Asia/Kolkata',
  });
  await page.getByRole('button', { name: 'Without state:/status=open' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'type:OrderPlaced');
  await expect(queryField(page)).toHaveAttribute('aria-invalid', 'false');
});
