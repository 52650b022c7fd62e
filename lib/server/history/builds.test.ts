import { describe, expect, it } from 'vitest';
import { Builds } from './builds.ts';

const NAME = { history: 'h', knownVersion: 0 };
const FAILED = { code: 'CS-520', message: 'It ended.' };

describe('histories that are being built', () => {
  it('are counted forwards only, and no further than to their end', () => {
    const builds = new Builds();
    const build = builds.begin(NAME, 100, 20);
    const seen = [50, 10, 70, 200].map((event) => {
      build.reach(event);
      return builds.of(NAME)?.folded;
    });
    expect(seen).toEqual([50, 50, 70, 100]);
    expect(builds.of({ ...NAME, knownVersion: 7 })).toBeNull();
  });

  it('tell of the first of several, which the others wait for', () => {
    const builds = new Builds();
    const first = builds.begin(NAME, 100, 0);
    const second = builds.begin(NAME, 101, 0);
    first.reach(100);
    expect(builds.of(NAME)).toMatchObject({ events: 100, folded: 100 });
    builds.end(NAME, first, null);
    expect(builds.of(NAME)).toMatchObject({ events: 101, folded: 0 });
    builds.end(NAME, second, null);
    expect(builds.of(NAME)).toBeNull();
  });

  it('say why they failed until they are built again', () => {
    const builds = new Builds();
    builds.end(NAME, builds.begin(NAME, 1, 0), FAILED);
    expect(builds.failureOf(NAME)).toBe(FAILED);
    const again = builds.begin(NAME, 1, 0);
    expect(builds.failureOf(NAME)).toBeNull();
    builds.end(NAME, again, null);
    expect(builds.failureOf(NAME)).toBeNull();
  });
});
