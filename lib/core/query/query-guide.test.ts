/** The guide of the language says nothing that is not so: its examples read, and what it says is refused is put right as it says. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { IS_WORDS } from './is-words.ts';
import { parseQuery } from './parse-query.ts';
import { PAYLOAD, QUALIFIERS } from './qualifiers.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const guide = readFileSync(path.join(docs, 'guides/query-language.md'), 'utf8');
const clock = { now: 1_772_000_000_000_000n, zone: 'Europe/Berlin' };

const parse = (text: string) => parseQuery(text, clock);
const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');

/** The cells of a column, of every table that has one with this name. */
function column(name: string): readonly (readonly string[])[] {
  let at = -1;
  return guide.split('\n').flatMap((line) => {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : [];
    const found = cells.findIndex((cell) => cell.trim() === name);
    if (cells.length === 0) at = -1;
    if (found !== -1) at = found;
    return at === -1 || found !== -1 || line.startsWith('|---') ? [] : [codeIn(cells[at] ?? '')];
  });
}

const fenced = [...guide.matchAll(/^```query\n([^`]+)\n```$/gm)].map(([, text]) => text ?? '');
const examples = [...fenced, ...column('example').flat()];

describe('the guide of the query language', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(70);
    expect(examples).toContain('payload.amount>100');
  });

  it.each(examples)('has an example that reads: %s', (text) => {
    expect(parse(text)).toMatchObject({ ok: true });
  });

  it('names every qualifier, and none that there is not', () => {
    expect(column('qualifier').flat()).toEqual(
      expect.arrayContaining([...QUALIFIERS.map((qualifier) => `${qualifier}:`), PAYLOAD]),
    );
    expect(column('qualifier').flat().length).toBe(QUALIFIERS.length + 1);
  });

  it.each(IS_WORDS)('names what an event can be, in the grammar too: %s', (word) => {
    expect(examples).toContain(`is:${word}`);
    expect(guide).toContain(`"${word}"`);
  });

  it.each(column('refused').map((cell, row) => [...cell, ...(column('put right')[row] ?? [])]))(
    'says how %s is put right: %s',
    (refused, right) => {
      const parsed = parse(refused ?? '');
      expect(parsed.ok ? null : parsed.error.suggestion).toBe(right);
      expect(parse(right ?? '').ok).toBe(true);
    },
  );

  it('and the page of the error say the bounds that there are', () => {
    const page = readFileSync(path.join(docs, 'errors/CS-151.md'), 'utf8');
    for (const text of [guide, page]) {
      expect(text).toContain(`${LIMITS.queryUnits.toLocaleString('en')} characters`);
      expect(text).toContain(`${LIMITS.queryTerms} terms`);
      expect(text).toMatch(new RegExp(`parentheses\\sin ${LIMITS.queryDepth} others`));
    }
  });
});
