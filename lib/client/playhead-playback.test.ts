import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_PACE,
  LONGEST_WAIT_MS,
  nextPace,
  PACE_KINDS,
  type Pace,
  paceSentence,
  pacesOf,
  paceText,
  playFrom,
  playOn,
  type Walk,
} from './playhead-playback.ts';
import { streamAt } from './playhead-test-stream.ts';

const paces = fc.constantFrom(...PACE_KINDS).chain((kind) => fc.constantFrom(...pacesOf(kind)));

function walkAt(...instants: readonly number[]): Walk {
  const { at, length } = streamAt(...instants).columns;
  return { at, next: (ordinal) => Math.min(length, ordinal + 1) };
}

describe('playing', () => {
  it('plays the same events however the time is cut into frames', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { maxLength: 60 }),
        paces,
        fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 40 }),
        (gaps, pace, frames) => {
          let at = 0;
          const walk = walkAt(...gaps.map((gap) => (at += gap)));
          const start = { ordinal: 0, waited: 0 };
          const framed = frames.reduce((played, elapsed) => playOn(played, elapsed, walk, pace), start);
          const single = frames
            .flatMap((elapsed) => Array.from({ length: elapsed }, () => 1))
            .reduce((played, elapsed) => playOn(played, elapsed, walk, pace), start);
          expect(framed.ordinal).toBe(single.ordinal);
          expect(framed.waited).toBeCloseTo(single.waited, 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('waits as long as the history did, or not longer than a pause', () => {
    const walk = walkAt(0, 60_000, 86_400_000);
    const minutes: Pace = { kind: 'gaps', perSecond: 600 };
    expect(playOn({ ordinal: 1, waited: 0 }, 99, walk, minutes).ordinal).toBe(1);
    expect(playOn({ ordinal: 1, waited: 0 }, 100, walk, minutes).ordinal).toBe(2);
    expect(playOn({ ordinal: 2, waited: 100_000 }, 0, walk, minutes).ordinal).toBe(2);
    const skipping: Pace = { kind: 'skipping', perSecond: 600 };
    expect(playOn({ ordinal: 2, waited: LONGEST_WAIT_MS - 2 }, 1, walk, skipping).ordinal).toBe(2);
    expect(playOn({ ordinal: 2, waited: LONGEST_WAIT_MS - 2 }, 2, walk, skipping).ordinal).toBe(3);
  });

  it('goes over what a filter hides, and waits as long as the shown events lie apart', () => {
    const { at } = walkAt(0, 10_000, 20_000, 60_000);
    const walk: Walk = { at, next: (ordinal) => (ordinal < 1 ? 1 : 4) };
    const minutes: Pace = { kind: 'gaps', perSecond: 600 };
    expect(playOn({ ordinal: 1, waited: 0 }, 99, walk, minutes).ordinal).toBe(1);
    expect(playOn({ ordinal: 1, waited: 0 }, 100, walk, minutes).ordinal).toBe(4);
  });

  it('does not leap after a pause', () => {
    const walk = walkAt(...Array.from({ length: 100 }, (_, index) => index));
    expect(playOn({ ordinal: 1, waited: 0 }, 60_000, walk, { kind: 'events', perSecond: 50 }).ordinal).toBe(
      13,
    );
  });

  it('starts over at the end', () => {
    expect([playFrom(3, 1, 9), playFrom(9, 2, 9), playFrom(0, 0, 0)]).toEqual([3, 2, 0]);
  });

  it('steps through the paces of one kind and stops at the last', () => {
    expect([nextPace(DEFAULT_PACE, 1).perSecond, nextPace(DEFAULT_PACE, -1).perSecond]).toEqual([10, 2]);
    for (const kind of PACE_KINDS) {
      const [slowest, ...others] = pacesOf(kind);
      const fastest = others.at(-1);
      expect(slowest && nextPace(slowest, -1)).toEqual(slowest);
      expect(fastest && nextPace(fastest, 1)).toEqual(fastest);
    }
  });

  it('says its pace', () => {
    expect(paceText({ kind: 'events', perSecond: 0.5 })).toBe('½ event/s');
    expect(paceText({ kind: 'gaps', perSecond: 1 })).toBe('real time');
    expect(pacesOf('gaps').map(paceText).slice(1)).toEqual(
      ['10 s', '1 min', '10 min', '1 h', '1 d', '1 w', '30 d'].map((lapse) => `1 s = ${lapse}`),
    );
    expect(paceSentence({ kind: 'skipping', perSecond: 600 })).toBe(
      'One second is 10 minutes, idle gaps are skipped',
    );
  });
});
