import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffQuery, entitiesQuery, entityQuery, eventsQuery, firstWhereQuery } from './queries.ts';
import { type ApiQuery, demandKnown, readQuery } from './read-query.ts';

const read = <Query extends ApiQuery>(query: Query, text: string) =>
  readQuery(query, new URLSearchParams(text));

describe('the query of an address', () => {
  it('has defaults, and takes the first of what is written twice', () => {
    expect(read(entitiesQuery, '')).toEqual({
      ok: true,
      value: { ns: 'main', as_of: 'latest', axis: 'recorded', removed: false, limit: 100 },
    });
    expect(read(entitiesQuery, 'limit=7&limit=9&removed=true&type=')).toMatchObject({
      value: { limit: 7, removed: true, type: '' },
    });
  });

  it('is refused where it says what nobody reads, or one thing twice', () => {
    const known = (text: string) => demandKnown(new URLSearchParams(text), entityQuery, firstWhereQuery);
    expect(known('ns=a&axis=recorded&path=/a&path=/b&op=eq&op=eq&value=1&value=2')).toEqual({ ok: true });
    expect(known('after=1')).toEqual({
      ok: false,
      error: {
        code: 'CS-114',
        message: 'There is no parameter "after" here. There are ns, axis, upto, path, op, value, from.',
      },
    });
    expect(known('from=1&from=2')).toMatchObject({ ok: false, error: { code: 'CS-114' } });
  });

  it('takes every one of a list', () => {
    expect(read(firstWhereQuery, 'path=/a&op=eq&value=1&path=/b&op=exists&value=')).toEqual({
      ok: true,
      value: { path: ['/a', '/b'], op: ['eq', 'exists'], value: ['1', ''], from: '0' },
    });
  });

  it.each([
    [entityQuery, 'axis=sideways', 'CS-114', 'axis is "recorded" or "occurred", not "sideways".'],
    [entityQuery, 'upto=0', 'CS-114', 'upto is a version, a whole number from 1, not "0".'],
    [entitiesQuery, 'limit=0', 'CS-114', 'limit is a whole number from 1 to 1000, not "0".'],
    [entitiesQuery, 'limit=1001', 'CS-114', 'limit is a whole number from 1 to 1000, not "1001".'],
    [entitiesQuery, 'limit=1e2', 'CS-114', 'limit is a whole number from 1 to 1000, not "1e2".'],
    [entitiesQuery, 'removed=1', 'CS-114', 'removed is "true" or "false", not "1".'],
    [diffQuery, 'format=html', 'CS-114', 'format is "changes" or "json-patch", not "html".'],
    [eventsQuery, 'from=0', 'CS-511', 'from and to are versions: whole numbers from 1.'],
    [eventsQuery, 'from=1&to=-1', 'CS-511', 'from and to are versions: whole numbers from 1.'],
  ])('is refused with its number and why', (query, text, code, message) => {
    expect(read(query, text)).toEqual({ ok: false, error: { code, message } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(entitiesQuery, text)));
  });
});
