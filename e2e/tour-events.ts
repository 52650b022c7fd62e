/** The page of all events over a real history: its bars, conditions, columns, kept views, files and what comes in. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { grid, heading, queryField } from './events-page.ts';
import type { Tour } from './explorer-tour.ts';
import { expect } from './fixtures.ts';
import { counted } from './naive-answers.ts';
import type { RealEvent } from './real-events.ts';

const inWords = (count: number): string => count.toLocaleString('en');

const line = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first/ });

const address = (namespace: string, more: Readonly<Record<string, string>>): string =>
  `/events?${new URLSearchParams({ ns: namespace, ...more })}`;

/** The busiest bar but for the first is brushed by keys; the range that is written has as many events as lines lie in it. */
export async function brushBars(
  { page, namespace, log }: Tour,
  axis: 'recorded' | 'occurred',
): Promise<void> {
  await page.goto(address(namespace, { axis }));
  const bars = page.getByRole('slider', { name: 'Bars of events over time' });
  await expect(bars).toBeVisible();
  await bars.focus();
  await page.keyboard.press('End');
  await expect(bars).toHaveAttribute('aria-valuetext', /events?/);
  await page.keyboard.press('Enter');
  await expect(queryField(page)).toHaveText(new RegExp(`^${axis}:\\S+\\.\\.<\\S+$`));
  const [, from = '', to = ''] = /:(.+)\.\.<(.+)$/.exec((await queryField(page).textContent()) ?? '') ?? [];
  const within = (event: RealEvent): boolean => {
    const at = event[axis];
    return at !== null && at >= Date.parse(from) && at < Date.parse(to);
  };
  const inside = log.filter(within).length;
  expect(inside).toBeGreaterThan(0);
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(inside)} events?[ ,]`));
  await page.getByRole('button', { name: /^Any time/ }).click();
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(log.length)} events,`));
}

/** The most frequent type is asked for by its name in the facets, turned round by its condition, shown in chosen columns, kept and taken along. */
export async function narrowEvents({ page, namespace, log }: Tour): Promise<void> {
  const [most] = counted(log, ({ type }) => type);
  const [busiest] = counted(log, ({ actor }) => actor);
  if (most === undefined || busiest === undefined) throw new Error('The log names nobody.');
  await page.goto(address(namespace, {}));
  const name = `${most.name} ${inWords(most.times)} event`;
  await page.getByRole('group', { name: 'Type', exact: true }).getByRole('button', { name }).click();
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(most.times)} events?,`));
  const condition = page.getByRole('list', { name: 'Conditions' }).getByRole('button', {
    name: `type is ${most.name}`,
    exact: true,
  });
  await condition.click();
  await page.getByRole('menuitem', { name: 'Find what is not so' }).click();
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(log.length - most.times)} events?,`));
  await page
    .getByRole('list', { name: 'Conditions' })
    .getByRole('button', { name: /^Remove / })
    .click();
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(log.length)} events,`));

  await page.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('dialog', { name: 'Columns of the table' });
  await panel.getByRole('checkbox', { name: 'Source' }).check();
  await page.keyboard.press('Escape');
  await expect(heading(page, /^Source/)).toBeVisible();
  await expect(page).toHaveURL(/[?&]cols=[^&]*source/);

  const asked = `actor:${JSON.stringify(busiest.name)}`;
  await queryField(page).fill(asked);
  await queryField(page).press('Enter');
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(busiest.times)} events?,`));
  await page.getByRole('button', { name: 'Saved views' }).click();
  const saved = page.getByRole('region', { name: 'Saved views' });
  await saved.getByRole('textbox', { name: 'Name of the view' }).fill(`Busiest of ${namespace}`);
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('link', { name: `Busiest of ${namespace}` })).toBeVisible();
  await page.goto(address(namespace, {}));
  await page.getByRole('button', { name: 'Saved views' }).click();
  await saved.getByRole('link', { name: `Busiest of ${namespace}` }).click();
  await expect(line(page)).toHaveText(new RegExp(`^${inWords(busiest.times)} events?,`));
  await expect(heading(page, /^Source/)).toBeVisible();

  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'NDJSON' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(busiest.times + 1);
  expect(JSON.parse(lines.at(-1) ?? '').export).toMatchObject({ rows: busiest.times, complete: true });
  const types = lines.slice(0, -1).map((text) => JSON.parse(text).type);
  const ofLines = log.filter(({ actor }) => actor === busiest.name).map(({ type }) => type);
  expect(types.toSorted()).toEqual(ofLines.toSorted());
}

/** Last of all: what comes in is one event more than the lines have. */
export async function followEvents({ page, instance, namespace }: Tour): Promise<void> {
  await page.goto(address(namespace, { q: 'entity:visitor/*' }));
  await expect(page.getByText('No event is found')).toBeVisible();
  await page.getByRole('button', { name: 'Live', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Live', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const how = ['import', '-', '--format', 'ndjson', '--namespace', namespace];
  const where = ['--entity-type', 'visitor', '--entity-id', '/id', '--event-type', '/what'];
  // One store serves several stories, and a source names each of its records once in it.
  const source = ['--source', `visitors of ${namespace}`];
  const came = await instance.command(
    [...how, ...source, ...where],
    '{"id":"v-1","what":"Came"}\n{"id":"v-1","what":"Left"}\n',
  );
  expect(came, came.stderr).toMatchObject({ exitCode: 0 });
  for (const type of ['Came', 'Left'])
    await expect(grid(page).getByRole('row').filter({ hasText: type })).toHaveCount(1);
}
