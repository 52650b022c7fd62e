/** The pages of the explorer and its commands, asked one after the other; every number is held to what the lines say. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { actorPath } from '../lib/wire/index.ts';
import { grid, queryField } from './events-page.ts';
import { expect, type Instance } from './fixtures.ts';
import {
  counted,
  difference,
  entityOf,
  follows,
  grouped,
  type Known,
  liveEntities,
  type TwoSteps,
  twoSteps,
} from './naive-answers.ts';
import { diffPane } from './panes.ts';
import type { RealEvent } from './real-events.ts';

export interface Tour {
  readonly page: Page;
  readonly instance: Instance;
  readonly namespace: string;
  readonly log: readonly RealEvent[];
}

/** A moment as it is asked for, and what was known then. */
export interface Moment {
  readonly written: string;
  readonly known: Known;
}

/** What a command printed, which is an answer only if it did not fail; else what it said of that is shown. */
export async function answered(instance: Instance, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await instance.command(args);
  expect(exitCode, `${args.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

const inWords = (count: number): string => count.toLocaleString('en');

export async function seeEvents(
  { page, instance, namespace, log }: Tour,
  query: string,
  isFound: (event: RealEvent) => boolean,
): Promise<void> {
  const found = log.filter(isFound);
  await page.goto(`/events?${new URLSearchParams({ ns: namespace, q: query })}`);
  await expect(queryField(page)).toHaveText(query);
  const line = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first/ });
  await expect(line).toHaveText(new RegExp(`^${inWords(found.length)} events?,`));
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
  const [most] = counted(found, ({ type }) => type);
  if (most === undefined) throw new Error(`No line is found by ${query}.`);
  const types = page.getByRole('group', { name: 'Type', exact: true });
  await expect(
    types.getByRole('button', { name: `${most.name} ${inWords(most.times)} event` }),
  ).toBeVisible();
  const said = await answered(instance, ['search', '--count', '--namespace', namespace, query]);
  expect(said).toBe(`${found.length}\n`);
  await grid(page).getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/entities\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

export async function seeEntities(tour: Tour, entityType: string, moment: Moment): Promise<void> {
  const { page, instance, namespace, log } = tour;
  const count = liveEntities(log, entityType, moment.known);
  const then = new URLSearchParams({ ns: namespace, type: entityType, asof: moment.written });
  await page.goto(`/entities?${then}`);
  await expect(page.getByText(`${inWords(count)} entities found as of then`)).toBeVisible();
  const asked = ['entities', '--count', '--type', entityType, '--as-of', moment.written];
  expect(await answered(instance, [...asked, '--namespace', namespace])).toBe(`${count}\n`);
}

/** The first of the entities that changed opens its diff. */
export async function seeComparison(tour: Tour, entityType: string, from: Moment, to: Moment): Promise<void> {
  const { page, instance, namespace, log } = tour;
  const differs = difference(log, entityType, from.known, to.known);
  expect(differs.changed).toBeGreaterThan(0);
  const moments = ['--from', from.written, '--to', to.written, '--namespace', namespace];
  const said = await answered(instance, ['compare', ...moments, '--stat', '--json']);
  const answer = z.object({ types: z.array(z.object({ entityType: z.string() }).loose()) });
  const { types } = answer.parse(JSON.parse(said));
  expect(types.find((type) => type.entityType === entityType)).toMatchObject(differs);

  const view = new URLSearchParams({ ns: namespace, from: from.written, to: to.written, type: entityType });
  await page.goto(`/compare?${view}&v=1`);
  const choices = page.getByRole('navigation', { name: 'What became of them' });
  for (const [word, count] of Object.entries(differs))
    await expect(
      choices.getByRole('link', { name: new RegExp(`^${word} ?${inWords(count)}$`, 'i') }),
    ).toBeVisible();
  await choices.getByRole('link', { name: /^Changed/ }).click();
  await expect(page).toHaveURL(/became=changed/);
  const list = page.getByRole('table', { name: 'Entities that differ' });
  await list.getByRole('rowheader').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/entities\/.*[?&]a=\d+&b=\d+/);
  await expect(diffPane(page).locator('[data-path]').first()).toBeVisible();
}

/** `entities`: null where the lines do not say. */
export async function seeOverview(
  { page, namespace, log }: Tour,
  entities: ReturnType<typeof entitiesIn> | null,
): Promise<void> {
  await page.goto(`/?${new URLSearchParams({ ns: namespace })}`);
  const lead = page.getByText(`${inWords(log.length)} events of`);
  await expect(lead).toBeVisible();
  if (entities !== null) {
    const { there, removed } = entities;
    await expect(lead).toContainText(`of ${inWords(there)} entities`);
    if (removed > 0) await expect(lead).toContainText(`and of ${inWords(removed)} that have been removed.`);
  }
  const actors = page.getByRole('region', { name: 'By actor' });
  for (const { name, times } of counted(log, ({ actor }) => actor).slice(0, 3))
    await expect(
      actors.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }),
    ).toContainText(inWords(times));
}

export async function seeActors({ page, namespace, log }: Tour, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const events = log.filter(({ actor }) => actor === name).length;
    expect(events).toBeGreaterThan(0);
    await page.goto(actorPath(name, { namespace }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    const words = `${inWords(events)} event${events === 1 ? '' : 's'}`;
    await expect(page.getByText(`All that this actor did: ${words}, the first`)).toBeVisible();
  }
}

export async function seeTypes({ page, instance, namespace, log }: Tour): Promise<void> {
  const types = counted(log, ({ type }) => type);
  const said = await answered(instance, ['types', '--namespace', namespace, '--json']);
  const type = z.object({ type: z.string(), events: z.number() });
  const listed = said
    .trim()
    .split('\n')
    .map((line) => type.parse(JSON.parse(line)));
  expect(new Map(listed.map((one) => [one.type, one.events]))).toEqual(
    new Map(types.map(({ name, times }) => [name, times])),
  );
  await page.goto(`/types?${new URLSearchParams({ ns: namespace })}`);
  for (const { name, times } of types.slice(0, 5)) {
    const link = page.getByRole('link', { name, exact: true });
    const row = page.getByRole('main').getByRole('row').filter({ has: link });
    await expect(row.getByRole('cell', { name: inWords(times), exact: true })).toBeVisible();
  }
}

/** The table says how often the one comes right behind the other, and lists where. */
export async function seeStep(tour: Tour, entityType: string, [before, behind]: readonly [string, string]) {
  const { page, namespace, log } = tour;
  const times = follows(log, entityType, before, behind);
  const model = new URLSearchParams({ ns: namespace, type: entityType, share: '100' });
  await page.goto(`/model?${model}`);
  const step = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `${before} → ${behind}`, exact: true }) });
  await expect(step.getByRole('cell').first()).toHaveText(inWords(times));
  await step.getByRole('link').click();
  const examples = page.getByRole('region', { name: `${before} → ${behind}` });
  await expect(examples.getByRole('listitem').first()).toContainText(entityType);
}

export async function seeSequence(tour: Tour, text: string, steps: TwoSteps): Promise<void> {
  const { page, instance, namespace, log } = tour;
  const numbers = twoSteps(log, steps);
  expect(numbers[1]).toBeGreaterThan(0);
  await page.goto(`/sequences?${new URLSearchParams({ ns: namespace, q: text })}`);
  const rows = page.getByRole('table', { name: 'How many got how far' }).getByRole('row');
  for (const [at, starts] of numbers.entries())
    await expect(
      rows
        .nth(at + 1)
        .getByRole('cell')
        .first(),
    ).toHaveText(inWords(starts));
  const said = await answered(instance, ['sequence', text, '--namespace', namespace, '--json']);
  const answer = z.object({ stages: z.array(z.object({ starts: z.number() })) });
  expect(answer.parse(JSON.parse(said)).stages.map(({ starts }) => starts)).toEqual(numbers);
}

/** How many there are at the end of the log, and how many are gone by then. */
export function entitiesIn(log: readonly RealEvent[]): { readonly there: number; readonly removed: number } {
  const last = [...grouped(log, entityOf).values()].map((events) => events.at(-1));
  const removed = last.filter((event) => event?.state === null).length;
  return { there: last.length - removed, removed };
}

/** Types and steps are counted right behind the log. */
export async function catalogued(page: Page, namespace: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`/api/v1/types?${new URLSearchParams({ ns: namespace })}`);
        const { countedTo, head } = await answer.json();
        return countedTo === head;
      },
      { timeout: 120_000 },
    )
    .toBe(true);
}
