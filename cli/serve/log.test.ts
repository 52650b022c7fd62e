import { describe, expect, it } from 'vitest';
import { type LogLevel, logFrom } from './log.ts';

describe('the log of the running app', () => {
  it.each([
    ['silent', []],
    ['fatal', []],
    ['error', ['e']],
    ['warn', ['e', 'w']],
    ['info', ['e', 'w', 'i']],
    ['debug', ['e', 'w', 'i', 'd']],
    ['trace', ['e', 'w', 'i', 'd']],
  ] satisfies [LogLevel, string[]][])('from %s on', (level, said) => {
    const lines: string[] = [];
    const log = logFrom(level, (text) => lines.push(text));
    log.error('e');
    log.warn('w');
    log.info('i');
    log.debug('d');
    expect(lines).toEqual(said);
  });
});
