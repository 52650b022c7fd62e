import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UrlWriter, WRITE_INTERVAL_MS } from './url-writer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorded() {
  const written: string[] = [];
  return { written, writer: new UrlWriter((address, how) => written.push(`${how} ${address}`)) };
}

it('writes the first at once and the newest of a burst at its end', () => {
  const { written, writer } = recorded();
  for (const at of ['1', '2', '3', '4']) writer.put(at, 'push');
  expect(written).toEqual(['push 1']);
  vi.advanceTimersByTime(WRITE_INTERVAL_MS);
  expect(written).toEqual(['push 1', 'push 4']);
  vi.advanceTimersByTime(10 * WRITE_INTERVAL_MS);
  expect(written).toHaveLength(2);
});

it('lets a held key have one entry, and never turns a push into a replace', () => {
  const { written, writer } = recorded();
  writer.put('1', 'push');
  writer.put('2', 'replace');
  vi.advanceTimersByTime(WRITE_INTERVAL_MS);
  writer.put('3', 'push');
  writer.put('4', 'replace');
  vi.advanceTimersByTime(WRITE_INTERVAL_MS);
  expect(written).toEqual(['push 1', 'replace 2', 'push 4']);
});

it('stays under 200 writes in ten seconds', () => {
  const { written, writer } = recorded();
  for (let step = 0; step < 2000; step += 1) {
    writer.put(String(step), 'push');
    vi.advanceTimersByTime(5);
  }
  expect(written.length).toBeLessThan(200);
});

it('forgets or hurries what waits', () => {
  const { written, writer } = recorded();
  writer.put('1', 'push');
  writer.put('2', 'push');
  writer.cancel();
  vi.advanceTimersByTime(1000);
  writer.put('3', 'push');
  writer.put('4', 'push');
  writer.flush();
  expect(written).toEqual(['push 1', 'push 3', 'push 4']);
});
