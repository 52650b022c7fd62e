/**
 * The worker's side: opens histories, answers questions, and tells the timeline of each segment that it has read.
 *
 * It knows neither the browser nor the network: what it is given to fetch with decides, so that tests run the same code.
 */
import { decodeSegment, LruCache, lateInSegment, type Segment } from '#core';
import { readOutline, type TextMatches } from '#wire';
import { segmentColumns, typesOf } from '../timeline-columns.ts';
import { findText } from './find-text.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import type { Progress } from './question.ts';
import { type ReadSegment, ReplayEngine } from './replay-engine.ts';
import { LeftBehind } from './segment-queue.ts';

/** Of decoded segments. */
const CACHE_BYTES = 128 * 1024 * 1024;
/** A decoded segment takes about so many bytes for each of its own. */
const DECODED = 6;

export interface ReplayPort {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  listen(onMessage: (message: ToWorker) => void): void;
}

export interface ReplaySources {
  /** The bytes of a segment, unpacked; null where the server does not have it any more. */
  segment(hash: string): Promise<Uint8Array | null>;
  /** Has the server make the history once more, with its open segment. */
  makeAgain(outlinePath: string): Promise<void>;
  /** One stretch of versions searched for a text. */
  search(searchPath: string): Promise<TextMatches>;
}

export function serveReplays(port: ReplayPort, sources: ReplaySources): void {
  const cache = new LruCache<Segment>(CACHE_BYTES);
  const engines = new Map<number, ReplayEngine>();
  const open = ({ history, outline: text, outlinePath }: Extract<ToWorker, { what: 'open' }>): void => {
    const outline = readOutline(text);
    const types = typesOf(outline);
    const engine = new ReplayEngine(outline, {
      cache,
      read: (hash) => readSegment(sources, hash, outlinePath),
      findText: (text, onProgress) => findText(sources.search, outlinePath, text, onProgress),
      onRead: (index, segment) => {
        const read = { axis: outline.axis, event: (ordinal: number) => segment.header(ordinal) };
        const isLate = lateInSegment(read, outline.segments, index);
        const columns = segmentColumns(segment, outline.axis, types, isLate);
        const { at, type, late } = columns;
        const moved = [at.buffer, type.buffer, late.ordinals.buffer, late.other.buffer];
        port.postMessage({ what: 'columns', history, columns }, moved);
      },
    });
    engines.set(history, engine);
  };
  port.listen((message) => {
    if (message.what === 'open') return open(message);
    if (message.what === 'close') {
      engines.get(message.history)?.close();
      engines.delete(message.history);
      return;
    }
    const { id, question } = message;
    const onProgress = (progress: Progress) => port.postMessage({ what: 'progress', id, progress }, []);
    const answered =
      engines.get(message.history)?.ask(question, onProgress) ?? Promise.reject(new LeftBehind());
    answered.then(
      (answer) => port.postMessage({ what: 'answer', id, answer }, []),
      (error: unknown) => port.postMessage({ what: 'refused', id, problem: problemOf(error) }, []),
    );
  });
}

/** An open segment is kept by the server for a while only; it has the same hash when it is made again. */
async function readSegment(sources: ReplaySources, hash: string, outlinePath: string): Promise<ReadSegment> {
  let bytes = await sources.segment(hash);
  if (bytes === null) {
    await sources.makeAgain(outlinePath);
    bytes = await sources.segment(hash);
  }
  if (bytes === null) throw new Error('This history has changed since the page was opened. Reload the page.');
  return decoded(bytes);
}

/** Throws where it is damaged. */
export function decoded(bytes: Uint8Array): ReadSegment {
  const segment = decodeSegment(bytes);
  if (!segment.ok) throw new Error(`${segment.error.code}: ${segment.error.message}`);
  return { segment: segment.value, weight: bytes.length * DECODED };
}

function problemOf(error: unknown): string | null {
  if (error instanceof LeftBehind) return null;
  return error instanceof Error ? error.message : String(error);
}
