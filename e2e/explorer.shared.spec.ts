/**
 * The explorer over real histories: what is counted, found, compared and followed there is what others counted, or what a plain reading of
 * the lines gives. An import takes long, so that each history has one story.
 */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import {
  answered,
  catalogued,
  entitiesIn,
  seeActors,
  seeComparison,
  seeEntities,
  seeEvents,
  seeOverview,
  seeSequence,
  seeStep,
  seeTypes,
} from './explorer-tour.ts';
import { expect, type Instance, test } from './fixtures.ts';
import { entityOf, type Known } from './naive-answers.ts';
import {
  cloudTrailEvents,
  gitHubEvents,
  legislatorEvents,
  type RealEvent,
  wikipediaEvents,
} from './real-events.ts';
import {
  countAnswers,
  importCloudTrail,
  importGitHub,
  importWikipedia,
  importWithOracle,
} from './real-histories.ts';
import { searchable } from './searchable.ts';
import { brushBars, followEvents, narrowEvents } from './tour-events.ts';
import { seeAbsence, seeActorsWeek, seeDashboard, seeType } from './tour-overview.ts';
import { seeOccurred, seeRemoved, seeStates, takeDifferences } from './tour-states.ts';

const LEGISLATORS = { folder: 'us-legislators', type: 'legislator' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When all read models have followed. */
async function followed(page: Page, instance: Instance, namespace: string, log: readonly RealEvent[]) {
  await searchable(page.request, 120_000);
  await catalogued(page, namespace);
  return { page, instance, namespace, log };
}

/** An instant of the recorded axis, as it is written and as it is understood. */
const asOf = (written: string): { written: string; known: Known } => ({
  written,
  known: { instant: Date.parse(written) },
});

test('us-legislators: who was there when, who left and came back, and what became of them', async ({
  page,
  instance,
}) => {
  test.setTimeout(600_000);
  await importWithOracle(instance, LEGISLATORS, 'people');
  const log = legislatorEvents();
  const tour = await followed(page, instance, 'people', log);

  const answers = countAnswers(LEGISLATORS);
  expect(answers.length).toBeGreaterThan(20);
  for (const [nth, { as_of: at, live_entities: count }] of answers.entries()) {
    const asked = ['entities', '--count', '--namespace', 'people', '--type', LEGISLATORS.type, '--as-of', at];
    if (nth % 5 === 0) expect((await answered(instance, asked)).trim()).toBe(String(count));
    const then = new URLSearchParams({ ns: 'people', type: LEGISLATORS.type, asof: at });
    await page.goto(`/entities?${then}`);
    await expect(page.getByText(`${count.toLocaleString('en')} entities found as of then`)).toBeVisible();
  }

  await seeEvents(
    tour,
    'type:removed actor:"Eric Mill"',
    ({ type, actor }) => type === 'removed' && actor === 'Eric Mill',
  );
  await seeEntities(tour, 'legislator', asOf('2016-02-29T12:00:00Z'));
  await seeComparison(tour, 'legislator', asOf('2014-12-01T00:00:00Z'), asOf('2015-02-01T00:00:00Z'));
  await seeOverview(tour, entitiesIn(log));
  await seeActors(tour, ['Joshua Tauberer', "Nick O'Neill", 'GovTrack.us']);
  await seeTypes(tour);
  await seeStep(tour, 'legislator', ['removed', 'created']);
  await seeSequence(tour, 'removed -> created within 1461d', {
    keyOf: entityOf,
    axis: 'recorded',
    first: ({ type }) => type === 'removed',
    next: ({ type }) => type === 'created',
    withinMs: 1461 * DAY,
  });

  const winter = asOf('2015-02-01T00:00:00Z');
  await brushBars(tour, 'recorded');
  await narrowEvents(tour);
  await seeStates(tour, {
    ...{ entityType: 'legislator', moment: winter, term: 'state:/bio/gender=F', column: '/bio/gender' },
    holds: ({ state }) => genderOf(state) === 'F',
    valueAfter: ({ state }) => genderOf(state) ?? '',
  });
  await seeRemoved(tour, 'legislator', winter);
  await seeOccurred(tour, 'legislator', '2015-02-01T00:00:00Z');
  await takeDifferences(tour, 'legislator', asOf('2014-12-01T00:00:00Z'), winter);
  await seeDashboard(tour, { axis: 'recorded', hasDays: true });
  await seeActorsWeek(tour, 'Joshua Tauberer', 'recorded');
  await seeType(tour, 'created', 'recorded');
  await seeAbsence(tour, { type: 'updated', withinMs: 48 * HOUR, axis: 'recorded' });
  await followEvents(tour);
});

const genderOf = (state: unknown): string | undefined =>
  z.object({ bio: z.object({ gender: z.string().optional() }) }).parse(state).bio.gender;

test('wikipedia-edits: pages, writers and words of every script', async ({ page, instance }) => {
  test.setTimeout(600_000);
  await importWikipedia(instance, 'wiki');
  const log = wikipediaEvents();
  const tour = await followed(page, instance, 'wiki', log);

  const [first] = log.filter(({ entityType }) => entityType === '#ja.wikipedia');
  if (first === undefined) throw new Error('Nobody wrote in Japanese.');
  await seeEvents(
    tour,
    `id:${JSON.stringify(first.entityId)}`,
    ({ entityId }) => entityId === first.entityId,
  );
  await seeEvents(
    tour,
    'entity-type:"#ja.wikipedia" type:PageCreated',
    ({ entityType, type }) => entityType === '#ja.wikipedia' && type === 'PageCreated',
  );
  await seeEntities(tour, '#en.wikipedia', asOf('2015-09-12T06:00:00Z'));
  await seeComparison(tour, '#en.wikipedia', asOf('2015-09-12T06:00:00Z'), asOf('2015-09-12T07:00:00Z'));
  await seeOverview(tour, entitiesIn(log));
  await seeActors(tour, writersOfEveryScript(log));
  await seeTypes(tour);
  await seeStep(tour, '#de.wikipedia', ['PageEdited', 'PageEdited']);
  await seeSequence(tour, 'PageCreated -> PageEdited within 1h', {
    keyOf: entityOf,
    axis: 'recorded',
    first: ({ type }) => type === 'PageCreated',
    next: ({ type }) => type === 'PageEdited',
    withinMs: HOUR,
  });

  // Nothing was ever removed there.
  const noon = asOf('2015-09-12T12:00:00Z');
  await brushBars(tour, 'recorded');
  await narrowEvents(tour);
  await seeStates(tour, { ...LAST_ACTION('PageCreated'), entityType: '#en.wikipedia', moment: noon });
  await seeOccurred(tour, '#en.wikipedia', '2015-09-12T12:00:00Z');
  await takeDifferences(tour, '#en.wikipedia', asOf('2015-09-12T11:00:00Z'), noon);
  await seeDashboard(tour, { axis: 'recorded', hasDays: false });
  await seeActorsWeek(tour, first.actor ?? '', 'recorded');
  await seeType(tour, 'PageCreated', 'recorded');
  await seeAbsence(tour, { type: 'PageEdited', withinMs: HOUR, axis: 'recorded' });
  await followEvents(tour);
});

/** What an action log says of its entities: which action was the last. */
const LAST_ACTION = (type: string) => ({
  ...{ term: `state:/lastAction=${type}`, column: '/lastAction' },
  holds: (last: RealEvent) => last.type === type,
  valueAfter: (last: RealEvent) => last.type,
});

/** One name in each script, one address of each kind. */
function writersOfEveryScript(log: readonly RealEvent[]): readonly string[] {
  const names = [...new Set(log.map(({ actor }) => actor ?? ''))];
  const kinds = [
    ...[/\p{sc=Hangul}/u, /\p{sc=Han}/u, /\p{sc=Hiragana}/u, /\p{sc=Katakana}/u, /\p{sc=Cyrillic}/u],
    ...[/\p{sc=Hebrew}/u, /\p{sc=Arabic}/u, /\p{sc=Armenian}/u, /\p{sc=Devanagari}/u, /\p{sc=Greek}/u],
    ...[/^\d+\.\d+\.\d+\.\d+$/, /^[\dA-F]+(:[\dA-F]*){4,}$/],
  ];
  return kinds.map((kind) => {
    const name = names.find((one) => kind.test(one));
    if (name === undefined) throw new Error(`No writer is called like ${kind}.`);
    return name;
  });
}

test('github-events: what people and their bots did to repositories', async ({ page, instance }) => {
  test.setTimeout(300_000);
  await importGitHub(instance, 'hub');
  const log = gitHubEvents();
  const tour = await followed(page, instance, 'hub', log);

  await seeEvents(tour, 'actor:*[bot]', ({ actor }) => actor?.endsWith('[bot]') === true);
  await seeEntities(tour, 'repo', asOf('2021-07-21T07:30:00Z'));
  await seeComparison(tour, 'repo', asOf('2021-07-21T06:30:00Z'), asOf('2021-07-21T08:30:00Z'));
  await seeOverview(tour, entitiesIn(log));
  await seeActors(tour, ['dependabot[bot]', 'aws-connector-for-github[bot]', 'jwhan77']);
  await seeTypes(tour);
  await seeStep(tour, 'repo', ['PullRequestEvent', 'PushEvent']);
  await seeSequence(tour, 'PullRequestEvent -> PushEvent within 1h', {
    keyOf: entityOf,
    axis: 'recorded',
    first: ({ type }) => type === 'PullRequestEvent',
    next: ({ type }) => type === 'PushEvent',
    withinMs: HOUR,
  });

  // Nothing was ever removed there.
  const half = asOf('2021-07-21T08:30:00Z');
  await brushBars(tour, 'recorded');
  await narrowEvents(tour);
  await seeStates(tour, { ...LAST_ACTION('PullRequestEvent'), entityType: 'repo', moment: half });
  await seeOccurred(tour, 'repo', '2021-07-21T08:30:00Z');
  await takeDifferences(tour, 'repo', asOf('2021-07-21T06:30:00Z'), half);
  await seeDashboard(tour, { axis: 'recorded', hasDays: false });
  await seeActorsWeek(tour, 'dependabot[bot]', 'recorded');
  await seeType(tour, 'PullRequestEvent', 'recorded');
  await seeAbsence(tour, { type: 'PushEvent', withinMs: HOUR, axis: 'recorded' });
  await followEvents(tour);
});

test('cloudtrail: calls that were refused, and what their callers did next', async ({ page, instance }) => {
  test.setTimeout(300_000);
  await importCloudTrail(instance, 'trail');
  const log = cloudTrailEvents();
  const tour = await followed(page, instance, 'trail', log);
  // The lines do not say when they were recorded: what was known is asked by place in the log.
  const oldest = await page.request.get('/api/v1/events?ns=trail&sort=position&dir=asc&limit=1');
  const answer = z.object({ events: z.tuple([z.object({ position: z.string() })]) });
  const before = Number(answer.parse(await oldest.json()).events[0].position) - 1;
  const behind = (events: number) => ({ written: `@${before + events}`, known: { events } });

  const refusedAs = (event: RealEvent): string | undefined =>
    z.object({ errorCode: z.string().optional() }).parse(event.line).errorCode;
  await seeEvents(tour, 'payload.errorCode', (event) => refusedAs(event) !== undefined);
  await seeEvents(tour, 'payload.errorCode=AccessDenied', (event) => refusedAs(event) === 'AccessDenied');
  await seeEntities(tour, 'ssm:parameter', behind(500));
  await seeComparison(tour, 'ssm:parameter', behind(500), behind(1_200));
  await seeOverview(tour, null);
  await seeActors(tour, [
    'arn:aws:iam::123837392027:user/bert-jan',
    'arn:aws:iam::123837392027:user/benjamin',
  ]);
  await seeTypes(tour);
  await seeStep(tour, 'ssm:parameter', ['ssm.PutParameter', 'ssm.GetParameter']);
  await seeSequence(
    tour,
    '(payload.errorCode=AccessDenied) -> (-payload.errorCode) within 1m by actor on occurred',
    {
      keyOf: ({ actor }) => actor,
      axis: 'occurred',
      first: (event) => refusedAs(event) === 'AccessDenied',
      next: (event) => refusedAs(event) === undefined,
      withinMs: 60_000,
    },
  );

  // When they were recorded the lines do not say, and nothing was ever removed there.
  const succeeded = (event: RealEvent): boolean => refusedAs(event) === undefined;
  await brushBars(tour, 'occurred');
  await narrowEvents(tour);
  await seeStates(tour, {
    ...LAST_ACTION('ssm.GetParameter'),
    ...{ entityType: 'ssm:parameter', moment: behind(1_200), counts: succeeded },
  });
  await takeDifferences(tour, 'ssm:parameter', behind(500), behind(1_200));
  await seeDashboard(tour, { axis: 'occurred', hasDays: false, late: /[1-9]/ });
  await seeActorsWeek(tour, 'arn:aws:iam::123837392027:user/bert-jan', 'occurred');
  await seeType(tour, 'ssm.PutParameter', 'occurred');
  await seeAbsence(tour, { type: 'ssm.PutParameter', withinMs: HOUR, axis: 'occurred' });
  await followEvents(tour);
});
