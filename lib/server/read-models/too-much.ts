/** Events that take more memory than a fold has: without a way past the first of them, the change log would end there for good. */
import { ok } from '#core';
import type { ChangeFolding } from '#store';

const OUT_OF_MEMORY = 'CS-521';

/** For a step of one event: where the fold runs out of memory, the event changes nothing and is marked with why. */
export function markingWhatIsTooMuch(fold: ChangeFolding): ChangeFolding {
  return async (streams, lines, sink) => {
    // Of an event that is too much nothing may stay that was written before its fold ended.
    const rows: Uint8Array[] = [];
    const folded = await fold(streams, lines, { ...sink, write: async (some) => void rows.push(some) });
    if (folded.ok) for (const some of rows) await sink.write(some);
    if (folded.ok || folded.error.code !== OUT_OF_MEMORY) return folded;
    const { message } = folded.error;
    return ok({
      days: [],
      states: streams.map(({ id, version, leaves }) => ({ streamId: id, version, leaves: leaves ?? '[]' })),
      marks: streams.map(({ id, position, version }) => ({
        position,
        streamId: id,
        version,
        kind: 'foldError',
        message,
      })),
    });
  };
}
