import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Axis,
  type Clause,
  foldStream,
  formatInstant,
  inOrderOf,
  matchesQuery,
  noUpcasters,
  parseInstant,
  type QueriedEvent,
  queryText,
  type Term,
} from '#core';
import type { ComparedEntity, LogEvent, Store } from '#store';
import { newEvent } from '../../testing/new-event.ts';
import { appForTests } from '../app.fixture.ts';
import type { App } from '../app.ts';
import { catchUp } from '../read-models/catch-up.ts';
import { type Comparison, type ComparisonAsked, compareMoments, WHOLE_LIST } from './compare-moments.ts';
import { countEntitiesFound, findEntities } from './find-entities.ts';
import { KeptComparisons } from './kept-comparisons.ts';
import { momentText } from './moment-of-store.ts';
import {
  anEvent,
  clause,
  FOLDS,
  HOUR,
  path,
  pattern,
  projectionOf,
  queried,
  test,
} from './searched-events.fixture.ts';

const { app, store } = appForTests();
const hours = fc.integer({ min: -3, max: 60 }).map((hour) => (BigInt(hour) * HOUR) / 2n);

let events: readonly QueriedEvent[] = [];

beforeAll(async () => {
  for (const [type, rule] of FOLDS) await store().registerProjection('main', type, rule, 'test');
  const made = fc.sample(anEvent, { numRuns: 60, seed: 7 });
  const items = made.map((event) => ({ event: newEvent({ ...event, flags: 0 }) }));
  const receipt = await store().append({ namespace: 'main', atomic: true, items });
  if (!receipt.ok) throw new Error(receipt.error.message);
  await store().append({
    namespace: 'other',
    atomic: true,
    items: [{ event: newEvent({ entityType: 'order', payload: '{"a":1}' }) }],
  });
  await catchUp({ name: 'test' }, app());
  events = queried(await store().eventsFrom(0n, 1_000, 'main'));
});

describe('a search', () => {
  it('is asked of events that folds marked in more than one way, among others that they did not', () => {
    for (const kind of [null, 'foldError', 'notADocument'])
      expect(events.filter(({ mark }) => mark === kind).length).toBeGreaterThan(2);
  });

  it('finds the events of which the query is true', async () => {
    let found = 0;
    await fc.assert(
      // A small page walks rows, a large one asks the indexes.
      fc.asyncProperty(clause, fc.constantFrom(100, 600), async (query, limit) => {
        const expected = events.filter((event) => matchesQuery(query, event)).map(({ position }) => position);
        const page = await store().foundPage({
          namespace: 'main',
          query,
          sort: 'position',
          direction: 'asc',
          after: null,
          limit,
        });
        if (!page.ok) throw new Error(page.error.message);
        expect(
          page.value.events.map(({ position }) => position),
          queryText(query),
        ).toEqual(expected);
        if (expected.length > 0 && expected.length < events.length) found += 1;
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it.each(['recorded', 'occurred'] as const)('counts them by time and name, on the %s axis', async (axis) => {
    const ofTypes = fc.oneof(
      fc.record({
        kind: fc.constant('name' as const),
        field: fc.constantFrom('type' as const, 'entityType' as const),
        pattern,
      }),
      fc.record({
        kind: fc.constant('time' as const),
        axis: fc.constant(axis),
        from: hours,
        to: fc.option(fc.constant(60n * HOUR)),
      }),
    );
    const rolled = fc
      .array(ofTypes, { minLength: 2, maxLength: 3 })
      .map((of): Clause => ({ kind: 'and', of }));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          clause,
          rolled,
          ofTypes,
          fc.record({
            kind: fc.constant('time' as const),
            axis: fc.constant(axis),
            from: hours,
            to: fc.option(fc.constant(60n * HOUR)),
          }),
        ),
        async (query) => {
          const expected = events.filter((event) => matchesQuery(query, event));
          const found = await store().foundSummary({ namespace: 'main', query, axis, zone: 'UTC' });
          if (!found.ok) throw new Error(found.error.message);
          const { counts, width, facets } = found.value;
          expect(found.value.events, queryText(query)).toBe(expected.length);
          const clock = (event: QueriedEvent) => (axis === 'recorded' ? event.recordedAt : event.occurredAt);
          expect(counts.map(({ at, events: counted }) => [at, counted])).toEqual(
            tallied(expected.map((event) => clock(event) - (clock(event) % width))),
          );
          const types = facets.type?.names.map(({ name, events: counted }) => [name, counted]) ?? [];
          for (const field of ['actor', 'source'] as const) {
            expect(facets[field]?.newest, queryText(query)).toBeNull();
            const named = facets[field]?.names.map(({ name, events: counted }) => [name, counted] as const);
            expect(new Map(named)).toEqual(new Map(tallied(expected.map((event) => event[field]))));
          }
          expect(new Map(types as [string, number][])).toEqual(
            new Map(tallied(expected.map(({ type }) => type))),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes page by page through the whole result, in the order of any clock', async () => {
    const query = { kind: 'all' } as const;
    for (const sort of ['recorded', 'occurred', 'position'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const seen: bigint[] = [];
        let after = null;
        for (;;) {
          const page = await store().foundPage({
            namespace: 'main',
            query,
            sort,
            direction,
            after,
            limit: 7,
          });
          if (!page.ok) throw new Error(page.error.message);
          seen.push(...page.value.events.map(({ position }) => position));
          const last = page.value.events.at(-1);
          if (!page.value.isMore || last === undefined) break;
          const at =
            sort === 'position' ? last.position : sort === 'recorded' ? last.recordedAt : last.occurredAt;
          after = { at, position: last.position };
        }
        const clock = (event: QueriedEvent) =>
          sort === 'position' ? event.position : sort === 'recorded' ? event.recordedAt : event.occurredAt;
        const sorted = [...events].sort((a, b) => Number(clock(a) - clock(b) || a.position - b.position));
        expect(seen).toEqual(
          (direction === 'asc' ? sorted : sorted.reverse()).map(({ position }) => position),
        );
      }
    }
  });
});

describe('what PostgreSQL cannot hold', () => {
  const names = ['\0', 'a\0b', '\ud800'];
  const terms = names.flatMap((text): Term[] => [
    ...(['entityType', 'entityId', 'type', 'actor', 'source', 'correlation'] as const).map(
      (field): Term => ({ kind: 'name', field, pattern: { pieces: [text] } }),
    ),
    { kind: 'entity', type: { pieces: [text, ''] }, id: { pieces: [text] } },
    { kind: 'path', path: { steps: [text] } },
    { kind: 'set', path: { steps: ['a'] }, op: '>', value: { kind: 'text', text } },
    { kind: 'payload', path: { steps: [text] }, op: 'exists', value: null },
    { kind: 'text', text, isPrefix: true },
  ]);

  it.each(terms.map((query) => [queryText(query), query] as const))(
    'is found nowhere: %j',
    async (_text, query) => {
      const page = { sort: 'recorded', direction: 'desc', after: null, limit: 9 } as const;
      expect(await store().foundPage({ namespace: 'main', query, ...page })).toMatchObject({
        value: { events: [] },
      });
      const summary = { namespace: 'main', query, axis: 'recorded', zone: 'UTC' } as const;
      expect(await store().foundSummary(summary)).toMatchObject({ value: { events: 0 } });
      if (query.kind !== 'name' && query.kind !== 'entity' && query.kind !== 'text') return;
      if (query.kind === 'name' && query.field !== 'entityType' && query.field !== 'entityId') return;
      const asked = {
        namespace: 'main',
        query,
        axis: 'recorded',
        moment: { at: 'head' },
        withRemoved: true,
      } as const;
      expect(await store().countFoundEntities(asked)).toEqual({ ok: true, value: 0 });
    },
  );

  it('is no namespace', async () => {
    for (const namespace of names) {
      const all = { namespace, query: { kind: 'all' } } as const;
      const page = { sort: 'recorded', direction: 'desc', after: null, limit: 9 } as const;
      expect(await store().foundPage({ ...all, ...page })).toMatchObject({ value: { events: [] } });
      const summary = { ...all, axis: 'occurred', zone: 'UTC' } as const;
      expect(await store().foundSummary(summary)).toMatchObject({ value: { events: 0 } });
      expect(await store().countFound(all)).toMatchObject({ value: 0 });
      expect(await store().names(namespace, 'actor', '', 9)).toEqual([]);
      const moments = {
        from: { at: 'position', position: 1n },
        to: { at: 'position', position: 9n },
        known: 9n,
        ...WHOLE_LIST,
        after: null,
        limit: 9,
      } as const;
      expect(await store().compare({ namespace, ...moments })).toMatchObject({
        entities: [],
        types: [],
        actors: [],
      });
    }
  });
});

describe('names to go on with', () => {
  it('are those that begin so, then those that hold it in either case', async () => {
    expect(await store().names('main', 'entityType', 'o', 9)).toEqual(['order', 'Order']);
    expect(await store().names('main', 'entityType', 'rd', 9)).toEqual(['Order', 'order']);
    expect(await store().names('main', 'type', '%', 9)).toEqual(['a%b']);
    expect(await store().names('main', 'type', '_', 9)).toEqual(['a_b']);
    expect(await store().names('main', 'entityType', '', 2)).toEqual(['Order', 'cart']);
  });
});

describe('a list of entities', () => {
  const moments = fc.oneof(
    fc.constant({ at: 'head' as const }),
    fc
      .integer({ min: -1, max: 61 })
      .map((hour) => ({ at: 'instant' as const, instant: BigInt(hour) * HOUR + 5n })),
    fc
      .integer({ min: 1, max: 60 })
      .map((position) => ({ at: 'position' as const, position: BigInt(position) })),
  );
  const entityTerm: fc.Arbitrary<Term> = fc.oneof(
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('name' as const),
        field: fc.constantFrom('entityType' as const, 'entityId' as const),
        pattern,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('entity' as const), type: pattern, id: fc.option(pattern) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('version' as const),
        from: fc.constantFrom(1n, 3n),
        to: fc.option(fc.constant(5n)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        text: fc.constantFrom('order', 'ANN', 'a', 'ann/1', '-'),
        isPrefix: fc.boolean(),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.tuple(path, test).map(([at, rest]) => ({ kind: 'state' as const, path: at, ...rest })),
    },
    {
      weight: 1,
      arbitrary: path.map((at) => ({ kind: 'state' as const, path: at, op: 'exists' as const, value: null })),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(path, test).map(([at, rest]) => ({ kind: 'was' as const, path: at, ...rest })),
    },
  );
  const entityClause = fc.oneof(
    { weight: 3, arbitrary: entityTerm },
    { weight: 1, arbitrary: entityTerm.map((of): Clause => ({ kind: 'not', of })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.tuple(entityTerm, entityTerm))
        .map(([kind, of]): Clause => ({ kind, of })),
    },
  );

  it('has those of which the query was true then, with their values then', async () => {
    const log = await store().eventsFrom(0n, 1_000, 'main');
    let found = 0;
    await fc.assert(
      fc.asyncProperty(entityClause, moments, fc.boolean(), async (query, moment, withRemoved) => {
        const expected = entitiesThen(log, moment).filter(
          (entity) => (withRemoved || !entity.removed) && matchesQuery(query, entity),
        );
        const asked = { namespace: 'main', query, axis: 'recorded', moment, withRemoved } as const;
        const page = await store().foundEntities({
          ...asked,
          columns: ['/a', '/b'],
          after: null,
          limit: 100,
        });
        if (!page.ok) throw new Error(page.error.message);
        const words = `${queryText(query)} at ${Object.values(moment).join(' ')}`;
        expect(
          page.value.entities.map(({ entityType, entityId, version }) => [entityType, entityId, version]),
          words,
        ).toEqual(expected.map(({ entityType, entityId, version }) => [entityType, entityId, version]));
        for (const [index, { values }] of page.value.entities.entries())
          expect(Object.fromEntries(values.map((one) => [one.path, one.value]))).toEqual(
            Object.fromEntries(
              ['/a', '/b'].flatMap((at) => {
                const text = valueIn(expected[index]?.state, at);
                return text === undefined ? [] : [[at, text]];
              }),
            ),
          );
        expect(await store().countFoundEntities(asked)).toEqual({ ok: true, value: expected.length });
        if (expected.length > 0 && expected.length < 9) found += 1;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(80);
  });
  it('has only those of a type, and with an id that holds a text, where they are asked for', async () => {
    const log = await store().eventsFrom(0n, 1_000, 'main');
    const names = fc.option(fc.constantFrom('order', 'cart', 'Order', '$notes', 'x', '\0'));
    const parts = fc.option(fc.constantFrom('a', 'A', 'nn/', '%', '_', '\0', 'none'));
    await fc.assert(
      fc.asyncProperty(names, parts, moments, async (type, part, moment) => {
        const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
        const expected = entitiesThen(log, moment).filter(
          (entity) =>
            (type === null || entity.entityType === type) &&
            (part === null || lower(entity.entityId).includes(lower(part))),
        );
        const asked = {
          namespace: 'main',
          query: { kind: 'all' },
          axis: 'recorded',
          moment,
          withRemoved: true,
          ...(type === null ? {} : { type }),
          ...(part === null ? {} : { idContains: part }),
        } as const;
        const page = await store().foundEntities({ ...asked, columns: [], after: null, limit: 100 });
        if (!page.ok) throw new Error(page.error.message);
        expect(page.value.entities.map(({ entityType, entityId }) => [entityType, entityId])).toEqual(
          expected.map(({ entityType, entityId }) => [entityType, entityId]),
        );
        expect(await store().countFoundEntities(asked)).toEqual({ ok: true, value: expected.length });
      }),
      { numRuns: 60 },
    );
  });

  it('has on the occurred axis those of which it was true as things happened', async () => {
    const log = await store().eventsFrom(0n, 1_000, 'main');
    await fc.assert(
      fc.asyncProperty(entityClause, moments, fc.boolean(), async (query, moment, withRemoved) => {
        const expected = entitiesThen(log, moment, 'occurred').filter(
          (entity) => (withRemoved || !entity.removed) && matchesQuery(query, entity),
        );
        const asked = {
          namespace: 'main',
          text: queryText(query),
          zone: 'UTC',
          asOf: momentText(moment),
          axis: 'occurred',
          withRemoved,
        } as const;
        const page = await findEntities({ name: 'test' }, app(), {
          ...asked,
          columns: ['/a'],
          after: null,
          limit: 100,
        });
        if (!page.ok) throw new Error(page.error.message);
        expect(
          page.value.entities.map(({ entityType, entityId, version }) => [entityType, entityId, version]),
          `${asked.text} at ${asked.asOf}`,
        ).toEqual(expected.map(({ entityType, entityId, version }) => [entityType, entityId, version]));
        expect(page.value.entities.map(({ values }) => values[0]?.value)).toEqual(
          expected.map(({ state }) => valueIn(state, '/a')),
        );
        expect(await countEntitiesFound({ name: 'test' }, app(), asked)).toEqual({
          ok: true,
          value: expected.length,
        });
      }),
      { numRuns: 100 },
    );
  });
});

/** Empty where the field holds other fields. */
function valueIn(state: ReadonlyMap<string, string> | undefined, path: string): string | undefined {
  const holds = [...(state?.keys() ?? [])].some((leaf) => leaf.startsWith(`${path}/`));
  return holds ? '' : state?.get(path);
}

describe('a comparison of two moments', () => {
  const moment = fc.oneof(
    fc.constant('latest'),
    fc.integer({ min: -1, max: 61 }).map((hour) => formatInstant(BigInt(hour) * HOUR + 5n)),
  );
  const position = fc.oneof(
    fc.constant('latest'),
    fc.integer({ min: 1, max: 60 }).map((at) => `@${at}`),
  );

  it('lists the entities whose states differ, and in how many leaves, whichever moment is the earlier one', async () => {
    const log = await store().eventsFrom(0n, 1_000, 'main');
    const any = fc.oneof(moment, position);
    await fc.assert(
      fc.asyncProperty(any, any, async (from, to) => {
        const found = await compared({ from, to });
        const expected = differences(statesThen(log, from), statesThen(log, to));
        expect(
          found.entities.map(({ entityType, entityId, became, fields }) => [
            `${entityType}\0${entityId}`,
            became,
            fields,
          ]),
          `${from} to ${to}`,
        ).toEqual(expected);
        const counted = found.types.reduce(
          (sum, { appeared, vanished, changed }) => sum + appeared + vanished + changed,
          0,
        );
        expect([counted, found.listed]).toEqual([expected.length, expected.length]);
        const changed = found.entities.filter(({ became }) => became === 'changed');
        expect(found.allPaths >= found.paths.length && found.allPaths > 0 === changed.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is cut into the same pages, whether it is kept whole or asked for again', async () => {
    const became = fc.constantFrom(null, 'appeared' as const, 'vanished' as const, 'changed' as const);
    const entityType = fc.constantFrom(null, 'order', 'cart', 'none', '\0');
    const few = { ...app(), comparisons: new KeptComparisons(store(), 2) };
    await fc.assert(
      fc.asyncProperty(moment, position, became, entityType, async (from, to, status, type) => {
        const all = await compared({ from, to });
        const expected = all.entities.filter(
          (one) => (status ?? one.became) === one.became && (type ?? one.entityType) === one.entityType,
        );
        for (const opened of [app(), few]) {
          const listed: ComparedEntity[] = [];
          let after: Comparison['next'] = null;
          do {
            const page = await compared(
              { from, to, became: status, entityType: type, after, limit: 2 },
              opened,
            );
            expect(page.listed).toBe(expected.length);
            listed.push(...page.entities);
            after = page.next;
          } while (after !== null);
          expect(listed).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is asked of the store once, until the log has gone on', async () => {
    let asked = 0;
    const counting: Pick<Store, 'compare'> = {
      compare: (moments) => {
        asked += 1;
        return store().compare(moments);
      },
    };
    const opened = { ...app(), comparisons: new KeptComparisons(counting) };
    const moments = { from: '@1', to: 'latest' };
    await Promise.all([compared({ ...moments, limit: 1 }, opened), compared(moments, opened)]);
    await compared({ ...moments, became: 'changed' }, opened);
    expect(asked).toBe(1);
    await compared({ ...moments, from: '@2' }, opened);
    expect(asked).toBe(2);
  });

  it('is asked for again where it failed', async () => {
    let fails = true;
    const failing: Pick<Store, 'compare'> = {
      compare: (moments) => (fails ? Promise.reject(new Error('gone')) : store().compare(moments)),
    };
    const opened = { ...app(), comparisons: new KeptComparisons(failing) };
    await expect(compared({ from: '@1' }, opened)).rejects.toThrow('gone');
    fails = false;
    expect((await compared({ from: '@1' }, opened)).listed).toBeGreaterThan(0);
  });
});

async function compared(
  asked: Partial<ComparisonAsked>,
  opened: Pick<App, 'store' | 'comparisons'> = app(),
): Promise<Comparison> {
  const all = { namespace: 'main', from: 'latest', to: 'latest', ...WHOLE_LIST, after: null, limit: 100 };
  const found = await compareMoments({ name: 'test' }, opened, { ...all, ...asked });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

function statesThen(
  log: readonly LogEvent[],
  text: string,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const moment = text.startsWith('@')
    ? { at: 'position', position: BigInt(text.slice(1)) }
    : text === 'latest'
      ? { at: 'head' }
      : { at: 'instant', instant: instantOf(text) };
  return new Map(
    entitiesThen(log, moment)
      .filter(({ removed }) => !removed)
      .map(({ entityType, entityId, state }) => [`${entityType}\0${entityId}`, state]),
  );
}

function instantOf(text: string): bigint {
  const read = parseInstant(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.micros;
}

function differences(
  before: ReadonlyMap<string, ReadonlyMap<string, string>>,
  after: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly (readonly [string, string, number])[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const paths = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
    const fields = [...paths].filter((at) => was?.get(at) !== is?.get(at)).length;
    // One of which no event could be applied is there all the same, with no field.
    const became = was === undefined ? 'appeared' : is === undefined ? 'vanished' : 'changed';
    return became === 'changed' && fields === 0 ? [] : [[name, became, fields] as const];
  });
}

/** Each as its last event then, with its state. */
function entitiesThen(
  log: readonly LogEvent[],
  moment: { readonly at: string; readonly instant?: bigint; readonly position?: bigint },
  axis: Axis = 'recorded',
): readonly QueriedEvent[] {
  const streams = new Map<string, LogEvent[]>();
  for (const event of log) {
    const isThen =
      moment.instant !== undefined
        ? (axis === 'recorded' ? event.recordedHigh : event.occurredAt) <= moment.instant
        : moment.position === undefined || event.position <= moment.position;
    if (isThen) streams.set(event.streamKey, [...(streams.get(event.streamKey) ?? []), event]);
  }
  const found = [...streams.values()].map((events): QueriedEvent => {
    const stream = inOrderOf(axis, events) as readonly LogEvent[];
    const steps = [...foldStream(stream, projectionOf(stream[0]?.entityType ?? ''), noUpcasters)];
    const was = new Map<string, string[]>();
    const state = new Map<string, string>();
    for (const { changes } of steps)
      for (const { path: at, after } of changes) {
        if (after === null) state.delete(at);
        else {
          was.set(at, [...(was.get(at) ?? []), after]);
          state.set(at, after);
        }
      }
    const last = stream.at(-1);
    if (last === undefined) throw new Error('No stream is empty.');
    return {
      ...last,
      recordedAt: last.recordedHigh,
      isLate: false,
      isOutOfOrder: false,
      mark: null,
      payload: undefined,
      texts: [`${last.entityType}/${last.entityId}`],
      changes: [],
      was,
      state,
    };
  });
  const name = ({ entityType, entityId }: QueriedEvent) => Buffer.from(`${entityType}\0${entityId}`);
  return found.sort((a, b) => Buffer.compare(name(a), name(b)));
}

function tallied<T>(values: readonly T[]): readonly [T, number][] {
  const counts = new Map<T, number>();
  for (const one of values) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
}
