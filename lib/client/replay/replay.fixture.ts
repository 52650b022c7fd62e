/** A worker in the test's own thread: the same code, the same copies of messages, no browser. */
import {
  type Axis,
  buildSegments,
  builtInProjection,
  decodeSegment,
  inOrderOf,
  noUpcasters,
  outlineOf,
  type ProjectionKind,
  type SegmentLimits,
  type StoredEvent,
  sketchOf,
  sketchText,
} from '#core';
import { outlineJson } from '#wire';
import type { FromWorker, ToWorker } from './messages.ts';
import { ReplayChannel } from './replay-channel.ts';
import { type ReplaySources, serveReplays } from './serve-replays.ts';

export function channelTo(sources: ReplaySources): ReplayChannel {
  let toWorker: (message: ToWorker) => void = () => undefined;
  let toPage: (message: FromWorker) => void = () => undefined;
  serveReplays(
    {
      postMessage: (message, transfer) => {
        const copy = structuredClone(message, { transfer });
        setImmediate(() => toPage(copy));
      },
      listen: (onMessage) => {
        toWorker = onMessage;
      },
    },
    sources,
  );
  return new ReplayChannel({
    postMessage: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => toWorker(copy));
    },
    listen: (onMessage) => {
      toPage = onMessage;
    },
  });
}

export interface BuiltHistory {
  /** outlineJson */
  readonly outline: string;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** At least one event. */
export function builtHistory(
  events: readonly StoredEvent[],
  kind: Exclude<ProjectionKind, 'reducer'>,
  axis: Axis,
  limits?: SegmentLimits,
): BuiltHistory {
  const projection = builtInProjection(kind);
  const options = { axis, ...(limits === undefined ? {} : { limits }) };
  const bytes = new Map<string, Uint8Array>();
  const built = [...buildSegments(inOrderOf(axis, events), projection, noUpcasters, options)];
  const segments = built.map((one, index) => {
    const hash = index.toString(16).padStart(64, '0');
    bytes.set(hash, one.bytes);
    const segment = decodeSegment(one.bytes);
    if (!segment.ok) throw new Error(segment.error.message);
    const { touched, ...rest } = outlineOf(segment.value);
    const sketch = sketchText(sketchOf(segment.value));
    return { ...rest, hash, isOpen: one.isOpen, touched: touched.bytes, sketch };
  });
  const { name, hash } = projection;
  const outline = outlineJson({
    axis,
    defaultAxis: axis,
    head: events.length,
    projection: { kind, name, hash },
    segments,
  });
  return { outline, bytes };
}
