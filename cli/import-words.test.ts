import { expect, test } from 'vitest';
import { countWords } from './import-words.ts';

const counts = { read: 6, added: 3, alreadyThere: 0, refused: 3, heldBack: 0 };

test('what a strict import held back is said only where there is something', () => {
  expect(countWords(counts)).toBe('6 read, 3 added, 0 already there, 3 refused');
  expect(countWords({ ...counts, added: 0, heldBack: 3 })).toBe(
    '6 read, 0 added, 0 already there, 3 refused, 3 held back (--strict)',
  );
});
