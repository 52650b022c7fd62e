/** What the guide shows is read as it says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseSequence } from './parse-sequence.ts';

const guide = readFileSync(path.join(import.meta.dirname, '../../../docs/guides/sequences.md'), 'utf8');
const clock = { now: 0n, zone: 'UTC' };

const cells = [...guide.matchAll(/^\| (`.*`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
);
const isClause = (text: string) => /^(?:by|on|where) /.test(text);
const wholes = [...guide.matchAll(/^```sequence\n(.*)\n/gm)].map(([, text = '']) => text);

it.each([
  ...wholes,
  ...cells.filter((text) => !isClause(text)).map((text) => `Started -> ${text}`),
  ...cells.filter(isClause).map((text) => `Started ${text}`),
  ...[...guide.matchAll(/`([^`\n]+ -> [^`\n]+)`/g)].map(([, text = '']) => text),
])('reads %s', (text) => {
  const parsed = parseSequence(text, clock);
  expect(parsed.ok ? null : parsed.error.message).toBeNull();
});

it('finds what it reads', () => {
  expect(wholes.length).toBeGreaterThan(0);
  expect(cells.length).toBeGreaterThan(10);
});
