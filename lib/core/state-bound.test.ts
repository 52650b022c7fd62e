import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { StateBound } from './state-bound.ts';

const set = (path: string, after: string) => ({ path, before: null, after });
const gone = (path: string, before: string) => ({ path, before, after: null });

describe('the bound on a state', () => {
  it('counts values over all events', () => {
    const bound = new StateBound();
    const many = Array.from({ length: LIMITS.stateKeys }, (_, index) => set(`/${index}`, '1'));
    expect(bound.accept(many)).toEqual({ ok: true, value: LIMITS.stateKeys });
    expect(bound.accept([set('/one-more', '1')])).toMatchObject({ ok: false, error: { code: 'CS-105' } });
    expect(bound.accept([gone('/0', '1'), set('/one-more', '1')])).toMatchObject({ ok: true });
  });

  it('counts the bytes of values, not their units', () => {
    const bound = new StateBound();
    const third = 'ü'.repeat(LIMITS.stateBytes / 4);
    expect(bound.accept([set('/a', third)])).toMatchObject({ ok: true });
    expect(bound.accept([set('/b', `${third}x`)])).toMatchObject({ ok: false, error: { code: 'CS-105' } });
    expect(bound.accept([gone('/a', third), set('/b', `${third}x`)])).toMatchObject({ ok: true });
  });

  it('holds the depth, and names the path', () => {
    const bound = new StateBound();
    expect(bound.accept([set('/a'.repeat(LIMITS.stateDepth), '1')])).toMatchObject({ ok: true });
    const path = '/a'.repeat(LIMITS.stateDepth + 1);
    expect(bound.accept([set(path, '1')])).toMatchObject({
      ok: false,
      error: { code: 'CS-105', place: path },
    });
  });
});
