import { describe, expect, it } from 'vitest';
import { canonicalText, createUpcasters, noUpcasters, numberOf, type Upcaster } from '#core';

const step = (type: string, from: number, upcast: Upcaster['upcast']): Upcaster => ({ type, from, upcast });
const note = (what: string) => (document: unknown) => ({ ...Object(document), [what]: true });

describe('upcasters', () => {
  it('run one step a version from where the event stands', () => {
    const upcasters = made([
      step('A', 2, note('two')),
      step('A', 1, note('one')),
      step('B', 1, note('other')),
    ]);
    expect(textOf(upcasters.upcast('A', 1, {}))).toBe('{"one":true,"two":true} v3 ran');
    expect(textOf(upcasters.upcast('A', 2, {}))).toBe('{"two":true} v3 ran');
    expect(textOf(upcasters.upcast('A', 3, {}))).toBe('{} v3 as it was');
    expect(textOf(upcasters.upcast('C', 1, {}))).toBe('{} v1 as it was');
  });

  it('leave literals alone where no step runs, and say where a step lost one', () => {
    const document = { price: numberOf('1.10') };
    const upcasters = made([step('A', 1, (value) => value)]);
    expect(noUpcasters.upcast('A', 1, document)).toMatchObject({ value: { document, literalLost: false } });
    expect(upcasters.upcast('A', 2, document)).toMatchObject({ value: { document, literalLost: false } });
    const upcast = upcasters.upcast('A', 1, document);
    expect(upcast).toMatchObject({ value: { document: { price: 1.1 }, literalLost: true } });
  });

  it.each<[string, Upcaster['upcast'], string]>([
    ['throws', () => fails(), 'threw: no such field'],
    ['gives undefined', () => undefined, 'undefined at the top is not JSON'],
    ['gives a date', () => ({ at: new Date(0) }), 'Date object at /at is not JSON'],
    ['gives NaN', () => ({ 'a/b': [Number.NaN] }), 'NaN at /a~1b/0 is not JSON'],
    ['gives a hole', () => new Array(2).fill(1, 0, 1), 'undefined at /1 is not JSON'],
    ['gives a function', () => ({ toJSON: () => 1 }), 'function at /toJSON is not JSON'],
    ['gives a map', () => new Map(), 'Map object at the top is not JSON'],
    ['gives itself', () => itself(), 'without end'],
  ])('refuse a step that %s', (_what, upcast, message) => {
    const result = made([step('A', 1, upcast)]).upcast('A', 1, {});
    expect(result.ok ? '' : `${result.error.code} ${result.error.message}`).toContain(message);
    expect(result.ok ? '' : result.error.code).toBe('CS-142');
  });

  it('keep a key called __proto__', () => {
    const upcasters = made([step('A', 1, () => JSON.parse('{"__proto__":{"x":1}}'))]);
    expect(textOf(upcasters.upcast('A', 1, {}))).toBe('{"__proto__":{"x":1}} v2 ran');
  });

  it('are refused at their creation where a step is missing or there twice', () => {
    const same = (document: unknown) => document;
    expect(createUpcasters([step('A', 1, same), step('A', 3, same)], 'h')).toMatchObject({
      ok: false,
      error: { code: 'CS-140', message: expect.stringContaining('schema version 2 of A') },
    });
    expect(createUpcasters([step('A', 1, same), step('A', 1, same)], 'h')).toMatchObject({
      ok: false,
      error: { code: 'CS-141', message: expect.stringContaining('schema version 1 of A') },
    });
    expect(createUpcasters([], 'h')).toEqual({ ok: true, value: noUpcasters });
  });
});

function made(steps: readonly Upcaster[]) {
  const upcasters = createUpcasters(steps, 'hash');
  if (!upcasters.ok) throw new Error(upcasters.error.message);
  return upcasters.value;
}

function textOf(result: ReturnType<typeof noUpcasters.upcast>): string {
  if (!result.ok) return result.error.message;
  const { document, schemaVersion, ran } = result.value;
  return `${canonicalText(document)} v${schemaVersion} ${ran ? 'ran' : 'as it was'}`;
}

function itself(): unknown {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

function fails(): never {
  throw new Error('no such field');
}
