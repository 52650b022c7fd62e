import { describe, expect, it } from 'vitest';
import { parseMoment } from './moment.ts';

describe('a moment as people write it', () => {
  it.each([
    ['latest', { kind: 'latest' }],
    ['0', { kind: 'version', version: 0 }],
    ['#812', { kind: 'version', version: 812 }],
    ['@81204', { kind: 'position', position: 81_204n }],
    ['1970-01-01T01:00:00.0000019+01:00', { kind: 'instant', at: 1n }],
  ])('%s', (text, value) => expect(parseMoment(text)).toEqual({ ok: true, value }));

  it.each(['', '-1', '1.5', '1e3', '@', '@-1', 'soon', '2026-03-03', '2026-03-03T14:02:11'])(
    '%j is none, and how to write one is said',
    (text) =>
      expect(parseMoment(text)).toMatchObject({
        ok: false,
        error: { code: 'CS-110', message: expect.stringContaining('Write a version (812)') },
      }),
  );

  it.each([
    ['2026-06-30T23:59:61Z', '61'],
    ['2026-02-30T00:00:00Z', '2026-02'],
    ['9999-01-01T00:00:00Z', '1685'],
    ['2026-03-03T14:02:11+25:00', 'offset'],
  ])('%s is written well and names no instant, and why is said', (text, why) =>
    expect(parseMoment(text)).toMatchObject({
      ok: false,
      error: { code: 'CS-110', message: expect.stringContaining(why) },
    }),
  );
});
