import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { storeForTests } from '../../testing/test-store.ts';

const { database } = storeForTests();
let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(database().url);
  await client.connect();
});
afterAll(() => client.end());

/** Words, and everything that stands between words or looks as if it did. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Größe',
        'ORDER',
        'a1',
        '4711',
        'naïve',
        '\u00a0',
        '\u3000',
        '\u2028',
        '\u0085',
        "'",
        '\\',
        '::',
        "''",
      ),
      fc.constantFrom(...Array.from({ length: 127 }, (_, code) => String.fromCharCode(code + 1))),
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((given) => given.replaceAll('\0', '')),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

it('are the runs of characters between ASCII controls, blanks and punctuation, whichever way they are made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 40 }), async (texts) => {
      const { rows } = await client.query<{ words: string[] }>(
        'SELECT tsvector_to_array(searchable_words(given)) AS words FROM unnest($1::text[]) WITH ORDINALITY AS t(given, nth) ORDER BY nth',
        [texts],
      );
      expect(rows.map(({ words }) => [...words].sort())).toEqual(texts.map(wordsOf));
    }),
    { numRuns: 25 },
  );
});

/** What the function says in its comment. */
function wordsOf(given: string): string[] {
  const lower = given.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what stands between words.
  const words = lower.split(/[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/).filter((word) => word !== '');
  return [...new Set(words)].sort();
}
