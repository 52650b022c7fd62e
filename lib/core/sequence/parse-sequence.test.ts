import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseArbitrary, queryArbitrary } from '#testing';
import { isWellFormed } from '../json/unicode.ts';
import { parseSequence } from './parse-sequence.ts';
import type { Sequence, SequenceStep } from './sequence.ts';
import { sequenceText } from './sequence-text.ts';
import { LONGEST_SPAN, readSpan, spanText } from './span.ts';

const clock = { now: 1_772_000_000_000_000n, zone: 'Europe/Berlin' };

const within = fc.option(fc.bigInt({ min: 1n, max: LONGEST_SPAN }));

const typeArbitrary = fc
  .oneof(
    fc.constantFrom('no', 'within', 'by', 'on', 'where', '2x', '->', 'A->B', '-', '', '*', 'OR', 'x y'),
    fc.string(),
  )
  .filter(isWellFormed)
  .map((text) => ({ kind: 'name', field: 'type', pattern: { pieces: [text] } }) as const);

const whatArbitrary = fc.oneof(typeArbitrary, clauseArbitrary());

const stepArbitrary: fc.Arbitrary<SequenceStep> = fc.oneof(
  fc.record({ kind: fc.constant('absence' as const), what: whatArbitrary, within }),
  fc.record({
    kind: fc.constant('event' as const),
    what: whatArbitrary,
    times: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 100 })),
    within,
  }),
);

const sequenceArbitrary: fc.Arbitrary<Sequence> = fc
  .record({
    first: fc.record({ what: whatArbitrary, times: fc.integer({ min: 1, max: 3 }), within }),
    others: fc.array(stepArbitrary, { maxLength: 4 }),
    by: fc.constantFrom('entity' as const, 'actor' as const, 'correlation' as const),
    on: fc.constantFrom('recorded' as const, 'occurred' as const),
    where: fc.oneof(fc.constant({ kind: 'all' } as const), queryArbitrary()),
  })
  .map(({ first, others, ...rest }) => ({
    steps: [{ kind: 'event', ...first, within: first.times === 1 ? null : first.within }, ...others],
    ...rest,
  }));

const refusalOf = (text: string) => {
  const parsed = parseSequence(text, clock);
  if (parsed.ok) throw new Error(`${text} can be read.`);
  const { at, end, suggestion, code } = parsed.error;
  return { code, cited: text.slice(at, end), suggestion };
};

describe('the text of a sequence', () => {
  it('reads back as what it was written from', () => {
    fc.assert(
      fc.property(sequenceArbitrary, (sequence) => {
        const text = sequenceText(sequence);
        fc.pre(text.length <= 4_096);
        const parsed = parseSequence(text, clock);
        expect(parsed.ok ? parsed.value.sequence : parsed.error).toEqual(sequence);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, points into the text, and suggests only what gets farther', () => {
    const pieces = fc.constantFrom(
      ...[
        'A',
        '->',
        'no',
        '2x',
        '0x',
        'within',
        '2d',
        '2',
        'd',
        '(',
        ')',
        '(type:A)',
        'by',
        'actor',
        'on',
        'where',
        '"',
        '\\',
        '-',
        ',',
        'typ:x',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), fc.constantFrom('', ' '), (parts, gap) => {
        const text = parts.join(gap);
        const parsed = parseSequence(text, clock);
        if (parsed.ok) return;
        const { at, end, suggestion } = parsed.error;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(suggestion).not.toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it('says steps, how often, how long, and what does not happen', () => {
    const text =
      'CartAbandoned -> no OrderPlaced within 2d -> 2x (type:SessionStarted actor:a) within 1w -> OrderPlaced by actor on occurred where (source:shop)';
    const parsed = parseSequence(text, clock);
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.sequence.steps.map(({ kind, within: span }) => [kind, span])).toEqual([
      ['event', null],
      ['absence', 172_800_000_000n],
      ['event', 604_800_000_000n],
      ['event', null],
    ]);
    expect(sequenceText(parsed.value.sequence)).toBe(text.replace('1w', '7d'));
    expect(parsed.value.places.map(({ from, to }) => text.slice(from, to))).toEqual([
      'CartAbandoned',
      'no OrderPlaced within 2d',
      '2x (type:SessionStarted actor:a) within 1w',
      'OrderPlaced',
    ]);
  });

  it('is refused at its place, with what was meant', () => {
    expect(refusalOf('')).toEqual({ code: 'CS-153', cited: '', suggestion: null });
    expect(refusalOf('A => B')).toEqual({ code: 'CS-153', cited: '=>', suggestion: 'A -> B' });
    expect(refusalOf('A B')).toEqual({ code: 'CS-153', cited: 'B', suggestion: 'A -> B' });
    expect(refusalOf('no A -> B')).toEqual({ code: 'CS-153', cited: 'no A', suggestion: null });
    expect(refusalOf('A -> B within 2 d')).toEqual({
      code: 'CS-153',
      cited: '2',
      suggestion: 'A -> B within 2d',
    });
    expect(refusalOf('A within 2d -> B')).toEqual({
      code: 'CS-153',
      cited: 'A within 2d',
      suggestion: 'A -> B',
    });
    expect(refusalOf('A -> B by ent')).toEqual({
      code: 'CS-153',
      cited: 'ent',
      suggestion: 'A -> B by entity',
    });
    expect(refusalOf('A -> (typ:B)')).toEqual({ code: 'CS-150', cited: 'typ', suggestion: 'A -> (type:B)' });
    expect(refusalOf('A -> (type:B')).toEqual({
      code: 'CS-153',
      cited: '(type:B',
      suggestion: 'A -> (type:B)',
    });
    expect(refusalOf('A -> "B')).toEqual({ code: 'CS-153', cited: '"B', suggestion: 'A -> "B"' });
    expect(refusalOf('A -> 0x B')).toEqual({ code: 'CS-153', cited: '0x', suggestion: 'A -> no B' });
    expect(refusalOf('A -> ()')).toEqual({ code: 'CS-153', cited: '()', suggestion: 'A -> *' });
    expect(refusalOf(Array(13).fill('A').join(' -> ')).code).toBe('CS-154');
    expect(refusalOf('101x A').code).toBe('CS-154');
    expect(refusalOf('A'.repeat(5_000)).code).toBe('CS-154');
  });
});

describe('a length of time', () => {
  it('reads back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: LONGEST_SPAN }), (span) => {
        expect(readSpan(spanText(span))).toBe(span);
      }),
    );
  });
});
