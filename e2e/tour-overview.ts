/** The overview, an actor, a type of events and sequences over a real history, each number held to the lines. */
import type { Locator, Page } from '@playwright/test';
import { actorPath } from '../lib/wire/index.ts';
import { queryField } from './events-page.ts';
import { answered, type Tour } from './explorer-tour.ts';
import { expect } from './fixtures.ts';
import { counted, entityOf, grouped } from './naive-answers.ts';
import { type RealEvent, UNKNOWN_ENTITY } from './real-events.ts';

const inWords = (count: number): string => count.toLocaleString('en');

const resultLine = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: / first/ });

/** By the clock that the lines say something of. */
type Clock = 'recorded' | 'occurred';

export interface AskedDashboard {
  readonly axis: Clock;
  readonly hasDays: boolean;
  /** What is said of late events, where the lines do not say of which entity they are. */
  readonly late?: RegExp;
}

/** A bar and a day (a log of hours has none) lead to as many events as they say, what came late is counted, and it is said how far all of this is. */
export async function seeDashboard(
  { page, namespace, log }: Tour,
  { axis, hasDays, late }: AskedDashboard,
): Promise<void> {
  const overview = `/?${new URLSearchParams({ ns: namespace, axis })}`;
  await page.goto(overview);
  const days = page.getByRole('grid', { name: 'Day by day' });
  await expect(page.getByRole('region', { name: 'Events over time' })).toBeVisible();
  await expect(days).toHaveCount(hasDays ? 1 : 0);
  if (hasDays) await openLastDay(page, days, log, axis);

  await page.goto(overview);
  const part = page
    .getByRole('region', { name: 'Events over time' })
    .locator('.recharts-bar-rectangle path')
    .first();
  await part.click();
  await expect(page).toHaveURL(/\/events\?/);
  await expect(resultLine(page)).toHaveText(/^[1-9][\d,]* events?[ ,]/);

  await page.goto(overview);
  const oddities = page.getByRole('region', { name: 'Worth a look' });
  await expect(oddities.getByRole('definition').first()).toContainText(late ?? inWords(lateIn(log)));
  const { head } = await (
    await page.request.get(`/api/v1/events/summary?${new URLSearchParams({ ns: namespace })}`)
  ).json();
  await expect(oddities).toContainText(`@${inWords(Number(head))}`);
}

/** The newest day of the calendar. */
async function openLastDay(page: Page, days: Locator, log: readonly RealEvent[], axis: Clock): Promise<void> {
  const day = days.getByRole('link', { name: /events?$/ }).last();
  const words = (await day.getAttribute('aria-label')) ?? '';
  const told = /([\d,]+) events?$/.exec(words)?.[1] ?? '';
  await day.click();
  await expect(queryField(page)).toHaveText(new RegExp(`^${axis}:`));
  const [, from = '', to = ''] = /:(.+)\.\.<(.+)$/.exec((await queryField(page).textContent()) ?? '') ?? [];
  const inDay = log.filter((event) => {
    const at = event[axis];
    return at !== null && at >= Date.parse(from) && at < Date.parse(to);
  });
  expect(inWords(inDay.length)).toBe(told);
  await expect(resultLine(page)).toHaveText(new RegExp(`^${told} events?[ ,]`));
}

/** Events that happened before one of the same entity that came earlier in the log. */
function lateIn(log: readonly RealEvent[]): number {
  return [...grouped(log, entityOf).values()].reduce((sum, events) => {
    let high = Number.NEGATIVE_INFINITY;
    return (
      sum +
      events.filter(({ occurred }) => {
        const isLate = occurred < high;
        high = Math.max(high, occurred);
        return isLate;
      }).length
    );
  }, 0);
}

/** When in the week, to what, and what changed most. */
export async function seeActorsWeek(
  { page, namespace, log }: Tour,
  name: string,
  axis: Clock,
): Promise<void> {
  const own = log.filter(({ actor }) => actor === name);
  await page.goto(actorPath(name, { namespace, axis }));
  const hours = Array.from({ length: 7 * 24 }, () => 0);
  for (const event of own) {
    const at = new Date(event[axis] ?? 0);
    const place = ((at.getUTCDay() + 6) % 7) * 24 + at.getUTCHours();
    hours[place] = (hours[place] ?? 0) + 1;
  }
  const cells = page.getByRole('table', { name: 'Events by weekday and hour' }).getByRole('cell');
  await expect(cells.first()).toBeAttached();
  const shown = (await cells.allInnerTexts())
    .filter((text) => text !== '')
    .map((text) => Number(text.replaceAll(',', '')));
  expect(shown).toEqual(hours);
  const known = own.filter(({ entityId }) => entityId !== UNKNOWN_ENTITY);
  const [most] = counted(known, ({ entityId }) => entityId);
  const touched = page.getByRole('region', { name: 'Entities touched most' });
  await expect(touched).toContainText(inWords(most?.times ?? 0));
  await expect(
    page.getByRole('region', { name: 'Fields changed most' }).getByRole('link').first(),
  ).toBeVisible();
}

/** When it was first and last seen, what its payload looks like, and one of it. */
export async function seeType({ page, namespace, log }: Tour, type: string, axis: Clock): Promise<void> {
  const times = log.filter((event) => event.type === type).map((event) => event[axis] ?? 0);
  const seconds = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  await page.goto(`/types/${encodeURIComponent(type)}?${new URLSearchParams({ ns: namespace, axis })}`);
  const main = page.getByRole('main');
  await expect(main).toContainText(`${inWords(times.length)} event`);
  await expect(
    main
      .getByRole('time')
      .filter({ hasText: seconds(Math.min(...times)) })
      .first(),
  ).toBeVisible();
  await expect(
    main
      .getByRole('time')
      .filter({ hasText: seconds(Math.max(...times)) })
      .first(),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Payload', exact: true }).getByRole('row').nth(1),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Changes of the payload' })).toBeVisible();
  const example = page.getByRole('region', { name: 'An example' });
  await expect(example.getByRole('region', { name: 'Payload text' })).toContainText(/\S/);
}

export interface AskedSteps {
  readonly type: string;
  readonly withinMs: number;
  readonly axis: Clock;
}

/** One that is not followed by its like in time, and three in time; written by the form, and taken along. */
export async function seeAbsence(tour: Tour, { type, withinMs, axis }: AskedSteps): Promise<void> {
  const { page, instance, namespace, log } = tour;
  const within = `${withinMs / 3_600_000}h`;
  const on = axis === 'occurred' ? ' on occurred' : '';
  const groups = [...grouped(log, entityOf).values()].map((events) =>
    events
      .filter((event) => event.type === type)
      .toSorted((one, other) => (one[axis] ?? 0) - (other[axis] ?? 0)),
  );
  const starts = groups.flatMap((events) => events.map((_, at) => events.slice(at)));
  const isNear = ([start]: readonly RealEvent[], event: RealEvent | undefined): boolean =>
    event !== undefined && (event[axis] ?? 0) - (start?.[axis] ?? 0) <= withinMs;
  const alone = starts.filter((rest) => !isNear(rest, rest[1])).length;
  const thrice = starts.filter((rest) => isNear(rest, rest[2])).length;

  await page.goto(`/sequences?${new URLSearchParams({ ns: namespace, q: type })}`);
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('combobox', { name: 'Event type of step 2' }).fill(type);
  await page.getByRole('textbox', { name: /Within how long step 2/ }).fill(within);
  const absent = `${type} -> no ${type} within ${within}${on}`;
  const line = page.getByRole('textbox', { name: 'Sequence' });
  await expect(line).toHaveValue(`${type} -> ${type} within ${within}`);
  for (const [text, reached] of [
    [absent, alone],
    [`3x ${type} within ${within}${on}`, thrice],
  ] as const) {
    await line.fill(text);
    await line.press('Enter');
    const rows = page.getByRole('table', { name: 'How many got how far' }).getByRole('row');
    await expect(rows.last().getByRole('cell').first()).toHaveText(inWords(reached));
    const said = await answered(instance, ['sequence', text, '--namespace', namespace, '--json']);
    expect(JSON.parse(said).stages.at(-1).starts).toBe(reached);
    if (reached === 0) continue;
    const file = await page.getByRole('link', { name: 'Export as NDJSON' }).getAttribute('href');
    const lines = (await (await page.request.get(file ?? '')).text()).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '').export).toMatchObject({ rows: reached, complete: true });
  }
}
