import { describe, expect, it } from 'vitest';
import { foundExportPath, readLength } from './found-export.ts';

const readerOf = (pieces: readonly string[]) => {
  const left = pieces.map((piece) => new TextEncoder().encode(piece));
  let isCancelled = false;
  return {
    read: async () => {
      const value = left.shift();
      return value === undefined
        ? ({ done: true, value: undefined } as const)
        : ({ done: false, value } as const);
    },
    cancel: async () => {
      isCancelled = true;
    },
    isCancelled: () => isCancelled,
    left: () => left.length,
  };
};

describe('the length of a file of all that was found', () => {
  it('is exact where the file is short', async () => {
    expect(await readLength(readerOf(['a,b\n', 'ø,2\n']), 1)).toEqual({ bytes: 9, isExact: true });
  });

  it('is told by the beginning of a long one, of which no more is read', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const reader = readerOf(Array.from({ length: 100 }, () => line.repeat(100)));
    expect(await readLength(reader, 1_000_000)).toEqual({ bytes: 100_000_000, isExact: false });
    expect(reader.isCancelled()).toBe(true);
    expect(reader.left()).toBe(93);
  });

  it('says what is on screen, up to its moment', () => {
    const question = {
      namespace: 'demo',
      text: 'type:A b',
      zone: 'UTC',
      asOf: { moment: '@7', axis: 'occurred' as const },
      sort: 'position' as const,
      direction: 'desc' as const,
    };
    expect(foundExportPath(question, 'csv')).toBe(
      '/api/v1/events/export?ns=demo&q=type%3AA+b&zone=UTC&as_of=%407&axis=occurred&sort=position&dir=desc&format=csv',
    );
  });
});
