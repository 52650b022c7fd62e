import { describe, expect, it } from 'vitest';
import { sharedText } from '#testing';
import { formatPointer } from '../pointer.ts';
import { parseQuery } from './parse-query.ts';
import type { Term } from './query.ts';
import { termText } from './term-text.ts';

const strings = JSON.parse(sharedText('vectors/naughty-strings/blns.json')) as string[];
const clock = { now: 0n, zone: 'UTC' };

const termsWith = (text: string): readonly Term[] => {
  const pattern = { pieces: [text] };
  const path = { steps: [formatPointer([text]).slice(1), null] };
  const value = { kind: 'text', text } as const;
  return [
    { kind: 'name', field: 'actor', pattern },
    { kind: 'entity', type: pattern, id: pattern },
    { kind: 'path', path },
    { kind: 'set', path, op: '=', value },
    { kind: 'payload', path, op: '>=', value },
    ...(text === '' ? [] : [{ kind: 'text', text, isPrefix: true } as const]),
  ];
};

describe('the big list of naughty strings', () => {
  it('is ordinary names, steps, values and words', () => {
    expect(strings.length).toBeGreaterThan(500);
    for (const term of strings.flatMap(termsWith)) {
      const parsed = parseQuery(termText(term), clock);
      expect(parsed.ok && parsed.value.query).toEqual(term);
    }
  });

  it('is read or refused as it stands', () => {
    for (const text of strings) {
      const parsed = parseQuery(text, clock);
      if (!parsed.ok) expect(parsed.error.end).toBeLessThanOrEqual(text.length);
    }
  });
});
