import { describe, expect, it } from 'vitest';
import { storedEvent } from '#testing';
import { builtHistory } from './replay.fixture.ts';
import { LeftBehind, SegmentQueue } from './segment-queue.ts';
import { decoded } from './serve-replays.ts';

const { bytes } = builtHistory([storedEvent()], 'replace', 'recorded');
const { segment } = decoded([...bytes.values()][0] ?? new Uint8Array());

/** Reads nothing until it is told to. */
function queueWithHands() {
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const queue = new SegmentQueue((hash) => {
    begun.push(hash);
    return new Promise((resolve) => finish.set(hash, () => resolve(segment)));
  });
  const finished = async (hash: string) => {
    finish.get(hash)?.();
    // The queue goes on behind the reading, not within it.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, begun, finished };
}

describe('segments on their way', () => {
  it('are a few at once, and what was asked for last comes first', async () => {
    const { queue, begun, finished } = queueWithHands();
    for (const hash of ['a', 'b', 'c', 'd', 'e', 'f']) void queue.want(hash);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await finished('b');
    expect(begun.at(-1)).toBe('f');
  });

  it('are read once, however many ask', () => {
    const { queue, begun } = queueWithHands();
    void queue.want('a');
    void queue.want('a');
    expect(begun).toEqual(['a']);
  });

  it('leave behind who has waited behind too many', async () => {
    const { queue } = queueWithHands();
    const waiting = Array.from({ length: 4 + 65 }, (_, nth) => queue.want(String(nth)));
    const [, , , , first] = waiting;
    await expect(first).rejects.toBeInstanceOf(LeftBehind);
  });

  it('are fetched ahead only while nobody waits, one connection left free, and in the newest direction', async () => {
    const { queue, begun, finished } = queueWithHands();
    queue.prefetch(['1', '2', '3', '4']);
    expect(begun).toEqual(['1', '2', '3']);
    queue.prefetch(['8', '9']);
    void queue.want('now');
    expect(begun.at(-1)).toBe('now');
    await finished('1');
    expect(begun).toEqual(['1', '2', '3', 'now']);
    await finished('now');
    expect(begun.at(-1)).toBe('8');
  });

  it('are none any more once it is closed, and who waits is told', async () => {
    const { queue, begun, finished } = queueWithHands();
    const asked = ['a', 'b', 'c', 'd', 'e'].map((hash) => queue.want(hash));
    queue.prefetch(['f']);
    queue.close();
    await expect(asked[4]).rejects.toBeInstanceOf(LeftBehind);
    await expect(queue.want('g')).rejects.toBeInstanceOf(LeftBehind);
    queue.prefetch(['h']);
    for (const hash of ['a', 'b', 'c', 'd']) await finished(hash);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });
});
