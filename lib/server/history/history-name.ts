/** What stands for a history: a hash over all that decides what is in it, so that nothing stale can be served under it. */
import { createHash } from 'node:crypto';
import type { LoadedConfig } from '#config';
import { type Axis, builtInProjection, type ProjectionKind, SEGMENT_FORMAT, SEGMENT_LIMITS } from '#core';
import type { HistoryName, StreamRecord } from '#store';

/** `version`: the newest that is taken into account. On the recorded axis a segment does not depend on what follows it. */
export function historyName(
  config: LoadedConfig,
  stream: StreamRecord,
  axis: Axis,
  kind: ProjectionKind,
  version: number,
): HistoryName {
  const usesConfig = kind === 'reducer' || config.upcastersOf(stream.namespace);
  const decides = [
    SEGMENT_FORMAT,
    SEGMENT_LIMITS.events,
    SEGMENT_LIMITS.size,
    stream.key,
    axis,
    kind,
    // The hash of the configuration covers the keys that it declares for reducers.
    kind === 'reducer'
      ? stream.entityType
      : builtInProjection(kind, config.keysOf(stream.namespace, stream.entityType)).hash,
    usesConfig ? config.hash : '',
  ];
  const history = createHash('sha256').update(JSON.stringify(decides)).digest('hex');
  return { history, knownVersion: axis === 'occurred' ? version : 0 };
}
