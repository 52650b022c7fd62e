import { describe, expect, it } from 'vitest';
import { buildHistory, builtInProjection, type History, noUpcasters, type StoredEvent } from '#core';
import { storedEvent } from '../testing/stored-event.ts';
import { momentAtOnce, resolveMoment } from './resolve-moment.ts';

const SECOND = 1_000_000n;

const stored = (version: number, position: bigint, occurred: bigint): StoredEvent =>
  storedEvent({ version, position, payload: `{"v":${version}}`, occurredAt: occurred * SECOND });

// The third event happened first.
const events = [stored(1, 10n, 5n), stored(2, 20n, 6n), stored(3, 30n, 1n)];
/** Newest position of the log, which holds other streams too. */
const LOG_HEAD = 40n;
const onAxis = (axis: 'recorded' | 'occurred'): History =>
  buildHistory(events, builtInProjection('replace'), noUpcasters, axis);

describe('moments on screen', () => {
  const history = onAxis('recorded');

  it.each([
    [null, 3],
    ['latest', 3],
    ['0', 0],
    ['2', 2],
    ['#2', 2],
    ['@9', 0],
    ['@10', 1],
    ['@29', 2],
    ['@31', 3],
    ['@40', 3],
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:02.5Z', 2],
    ['2100-01-01T00:00:00+01:00', 3],
  ])('%s is ordinal %i', (text, ordinal) => {
    expect(resolveMoment(history, text, LOG_HEAD)).toEqual({ ordinal, problem: null });
  });

  it('show the newest and say so where the version does not exist', () => {
    const { ordinal, problem } = resolveMoment(history, '4', LOG_HEAD);
    expect(ordinal).toBe(3);
    expect(problem).toContain('beyond the head');
    expect(resolveMoment(history, 'soon', LOG_HEAD).problem).toContain('not a moment');
  });

  it('show the newest and say so where the log has no such position', () => {
    const { ordinal, problem } = resolveMoment(history, '@41', LOG_HEAD);
    expect(ordinal).toBe(3);
    expect(problem).toContain('@41 is beyond the head of the log, @40');
  });

  it('keep their version on either axis', () => {
    expect(resolveMoment(onAxis('occurred'), '3', LOG_HEAD).ordinal).toBe(1);
  });

  it('are the same where no segment has to be read for them', () => {
    for (const axis of ['recorded', 'occurred'] as const)
      for (const text of [null, 'latest', '0', '1', '3', '#2', '4', 'soon', '@10', '1970-01-01T00:00:02Z']) {
        const atOnce = momentAtOnce(onAxis(axis), text);
        if (atOnce !== null) expect(atOnce).toEqual(resolveMoment(onAxis(axis), text, LOG_HEAD));
      }
    expect(momentAtOnce(history, '2')).toEqual({ ordinal: 2, problem: null });
    expect(momentAtOnce(onAxis('occurred'), '2')).toBeNull();
  });
});
