import { afterEach, describe, expect, it } from 'vitest';
import { closeLiveStreams, eventDetail, type LiveEvents } from '#server';
import { storedEvent } from '../../lib/testing/stored-event.ts';
import { answerLive } from './answer-live.ts';

afterEach(() => closeLiveStreams());

const PAYLOAD = '{\n"exact":"\u2028",\r"n":1.10}';

/** Behind version 7: an empty page, then pages of one event without end. */
class Endless implements LiveEvents {
  readonly after = 7;
  asked = 0;
  ended = false;

  async *pages(stop: AbortSignal) {
    try {
      this.asked += 1;
      yield [];
      for (let version = 8; !stop.aborted; version += 1) {
        this.asked += 1;
        yield [eventDetail(storedEvent({ version, payload: PAYLOAD }), null)];
      }
    } finally {
      this.ended = true;
    }
  }
}

function opened(gone = new AbortController()) {
  const live = new Endless();
  const request = new Request('http://localhost/live', { signal: gone.signal });
  const response = answerLive(request, live);
  // A stream behind it would read ahead.
  const reader = response.body?.getReader();
  const block = async () => {
    const read = await reader?.read();
    return read?.value === undefined ? undefined : new TextDecoder().decode(read.value);
  };
  return { live, gone, response, block };
}

const open = () => globalThis.chronoscopeLiveStreams?.size ?? 0;

describe('a live answer', () => {
  it('opens with the place to go on from, and writes one line of data for an event, whatever its payload', async () => {
    const { block } = opened();
    expect(await block()).toBe('retry: 1000\nid: 7\n\n');
    expect(await block()).toMatch(/^: .*\n\n$/);
    const [, id, data] = /^id: (\d+)\nevent: event\ndata: ([^\r\n]*)\n\n$/.exec((await block()) ?? '') ?? [];
    expect(id).toBe('8');
    expect(JSON.parse(data ?? '')).toMatchObject({ version: 8, payload: PAYLOAD, recordedAt: '8000000' });
  });

  it('is neither kept nor changed on its way', () => {
    const { headers } = opened().response;
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('asks for no more than its reader has taken, and for nothing where nobody reads', async () => {
    const live = new Endless();
    const { body } = answerLive(new Request('http://localhost/live'), live);
    expect([live.asked, open()]).toEqual([0, 0]);
    const reader = body?.getReader();
    for (let read = 0; read < 4; read += 1) await reader?.read();
    expect(live.asked).toBe(3);
  });

  it('ends, and is forgotten, when the client goes and when the server stops', async () => {
    for (const end of [(gone: AbortController) => gone.abort(), closeLiveStreams]) {
      const { block, live, gone } = opened();
      for (let read = 0; read < 3; read += 1) await block();
      expect(open()).toBe(1);
      end(gone);
      expect(open()).toBe(0);
      const rest: unknown[] = [];
      for (let text = await block(); text !== undefined; text = await block()) rest.push(text);
      expect(rest.length).toBeLessThan(3);
      expect(live.ended).toBe(true);
    }
  });

  it('does not begin for a client who has gone already', async () => {
    const gone = new AbortController();
    gone.abort();
    const { block } = opened(gone);
    expect(await block()).toBe('retry: 1000\nid: 7\n\n');
    expect(open()).toBe(0);
    let rest = 0;
    while ((await block()) !== undefined) rest += 1;
    expect(rest).toBeLessThan(3);
  });
});
