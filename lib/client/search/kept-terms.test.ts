import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textArbitrary } from '#testing';
import {
  cleared,
  NO_TERMS,
  parseKeptTerms,
  rewritten,
  withAside,
  withoutAside,
  withPin,
  writeKeptTerms,
} from './kept-terms.ts';

describe('terms beside a query', () => {
  it('are read as they were written', () => {
    const texts = fc.array(textArbitrary);
    const terms = fc.record({ aside: texts, pinned: texts }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(textArbitrary, terms)), (rows) => {
        const all = new Map(rows);
        expect(parseKeptTerms(writeKeptTerms(all))).toEqual(all);
      }),
    );
  });

  it.each([null, '{', '7', '[["main",1,[]]]', '[["main",[],[1]]]'])('in %s there are none', (text) => {
    expect([...parseKeptTerms(text)]).toEqual([]);
  });

  it('are set aside and brought back', () => {
    const both = withAside(withAside(NO_TERMS, 'type:A'), 'late');
    expect(both.aside).toEqual(['type:A', 'late']);
    expect(withAside(both, 'type:A').aside).toEqual(['late', 'type:A']);
    expect(withoutAside(both, 'type:A').aside).toEqual(['late']);
  });

  it('stay when all is cleared, where they are pinned', () => {
    const pinned = withPin(withPin(withAside(withAside(NO_TERMS, 'x'), 'y'), 'type:A', true), 'y', true);
    expect(cleared(['type:A', 'late'], pinned)).toEqual({
      text: 'type:A',
      kept: { aside: ['y'], pinned: ['type:A', 'y'] },
    });
    expect(cleared(['type:A', 'late'], withPin(pinned, 'type:A', false)).text).toBe('');
    expect(cleared([], withPin(NO_TERMS, 'gone', true)).kept).toEqual(NO_TERMS);
  });

  it('stay pinned when they are turned round', () => {
    expect(rewritten(withPin(NO_TERMS, 'type:A', true), 'type:A', '-type:A').pinned).toEqual(['-type:A']);
  });
});
