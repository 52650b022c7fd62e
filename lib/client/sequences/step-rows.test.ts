import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clause, parseSequence, type Sequence } from '#core';
import { clauseArbitrary } from '#testing';
import { formOf, formText, NEW_FORM } from './step-rows.ts';

const clock = { now: 0n, zone: 'UTC' };

const read = (text: string): Sequence => {
  const parsed = parseSequence(text, clock);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.value.sequence;
};

const type: Clause = { kind: 'name', field: 'type', pattern: { pieces: ['no'] } };
const what = clauseArbitrary();
const typed = what.map((clause): Clause => ({ kind: 'and', of: [type, clause] }));

describe('the form of a sequence', () => {
  it('writes a text that means the sequence', () => {
    fc.assert(
      fc.property(fc.oneof(what, typed), fc.boolean(), (clause, isAbsence) => {
        const step = { what: clause, within: isAbsence ? 60_000_000n : null };
        const sequence: Sequence = {
          steps: [
            { kind: 'event', times: 2, ...step },
            isAbsence ? { kind: 'absence', ...step } : { kind: 'event', times: 1, ...step },
          ],
          by: 'actor',
          on: 'occurred',
          where: clause,
        };
        const text = formText(formOf(sequence));
        fc.pre(text.length <= 4_096);
        expect(read(text)).toEqual(sequence);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes types and what else is asked of an event apart', () => {
    const text = 'A -> no (type:B,C payload.amount>100 (late OR lost)) within 2d where (actor:alice)';
    const form = formOf(read(text));
    expect(form.rows[1]).toEqual({
      isAbsence: true,
      times: '1',
      types: 'B,C',
      filter: 'payload.amount>100 (late OR lost)',
      within: '2d',
    });
    expect(formText(form)).toBe(text);
    expect(formText(NEW_FORM)).toBe('*');
  });
});
