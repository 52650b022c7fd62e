import { describe, expect, it } from 'vitest';
import type { Change, EventHeader } from '#core';
import { returnedFields } from './returned-fields.ts';

const did = (ordinal: number, ...changes: Change[]) => ({ header: { ordinal } as EventHeader, changes });
const change = (path: string, before: string | null, after: string | null): Change => ({
  path,
  before,
  after,
});
const told = (fields: ReturnType<typeof returnedFields>) =>
  fields.map(({ path, steps }) => [
    path,
    ...steps.map(({ before, after, event }) => [event.ordinal, before, after]),
  ]);

describe('fields that changed and came back', () => {
  it('have what each event made of them, in the order of their first change', () => {
    const events = [
      did(31, change('/limit', '200', '20000')),
      did(32, change('/note', null, '"x"'), change('/limit', '20000', '300')),
      did(33, change('/limit', '300', '200'), change('/note', '"x"', null)),
    ];
    expect(told(returnedFields(events, []))).toEqual([
      ['/limit', [31, '200', '20000'], [32, '20000', '300'], [33, '300', '200']],
      ['/note', [32, null, '"x"'], [33, '"x"', null]],
    ]);
  });

  it('are not those below or above what differs', () => {
    const events = [
      did(2, change('/a/x', null, '1'), change('/b', '1', '2')),
      did(3, change('/a/x', '1', null)),
    ];
    expect(told(returnedFields(events, ['/a', '/b']))).toEqual([]);
  });
});
