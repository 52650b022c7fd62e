import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPath, formatPointer, isPath, numberOf, type PathStep, parsePath, parsePointer } from '#core';
import { literalArbitrary, textArbitrary } from '#testing';

const stepArbitrary: fc.Arbitrary<PathStep> = fc.oneof(
  textArbitrary.map((name) => ({ name })),
  textArbitrary.map((key) => ({ key })),
  literalArbitrary.map((literal) => ({ key: numberOf(literal) })),
  fc.boolean().map((key) => ({ key })),
);

describe('the path of a leaf', () => {
  it('gives its steps back, and is written in one way only', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 4 }), (steps) => {
        expect(parsePath(formatPath(steps))).toEqual({ ok: true, value: steps });
        expect(isPath(formatPath(steps))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('/', '~', '=', ':', '0', '1', 'a', '.', 'e'), { maxLength: 8 }),
        (units) => {
          const text = units.join('');
          const path = parsePath(text);
          expect(isPath(text)).toBe(path.ok);
          if (path.ok) expect(formatPath(path.value)).toBe(text);
          else expect(path.error.code).toBe('CS-106');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is a pointer, letter for letter, exactly where no step names a key', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 3 }), (steps) => {
        const names = steps.flatMap((step) => ('name' in step ? [step.name] : []));
        const text = formatPath(steps);
        if (names.length === steps.length) expect(text).toBe(formatPointer(names));
        expect(parsePointer(text).ok).toBe(names.length === steps.length);
      }),
    );
  });

  it.each<[string, PathStep[]]>([
    ['/lines/~=A-100/quantity', [{ name: 'lines' }, { key: 'A-100' }, { name: 'quantity' }]],
    ['/~=', [{ key: '' }]],
    ['/~=a~1b~0', [{ key: 'a/b~' }]],
    ['/~:17', [{ key: 17 }]],
    ['/~:1.10', [{ key: numberOf('1.10') }]],
    ['/~=17', [{ key: '17' }]],
    ['/~:true', [{ key: true }]],
    ['/~0=A', [{ name: '~=A' }]],
  ])('%s', (text, steps) => {
    expect(parsePath(text)).toEqual({ ok: true, value: steps });
  });

  it.each(['lines/~=A', '/~', '/~:', '/~:null', '/~:"A"', '/~:01', '/~=a~b', '/~sku=A'])(
    '%s is refused',
    (text) => {
      expect(parsePath(text)).toMatchObject({ ok: false, error: { code: 'CS-106' } });
      expect(isPath(text)).toBe(false);
    },
  );
});
