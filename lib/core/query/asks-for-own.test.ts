import { describe, expect, it } from 'vitest';
import { asksForOwn } from './asks-for-own.ts';
import { parseQuery } from './parse-query.ts';

const asks = (text: string) => {
  const read = parseQuery(text, { now: 0n, zone: 'UTC' });
  return read.ok && asksForOwn(read.value.query);
};

describe("the product's own events", () => {
  it.each(['type:$*', 'type:$NoteAdded', 'entity:$notes/x', 'entity-type:$notes', 'late -type:$*'])(
    'are asked for by %s',
    (text) => expect(asks(text)).toBe(true),
  );

  it.each(['', 'type:*', 'type:Order*', 'actor:$x', '$x'])('are not asked for by "%s"', (text) =>
    expect(asks(text)).toBe(false),
  );
});
