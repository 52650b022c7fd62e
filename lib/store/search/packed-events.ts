/** Events as they come from PostgreSQL packed: of each its instant, its position, and the bits of its steps, big-endian, in base64. */
import type { SequencePartition } from './event-search.ts';

const BYTES = 18;

export function readPartition(packed: string): SequencePartition {
  const bytes = Buffer.from(packed, 'base64');
  const length = bytes.length / BYTES;
  const at = new Float64Array(length);
  const positions = new BigInt64Array(length);
  const steps = new Uint16Array(length);
  for (let event = 0; event < length; event += 1) {
    const from = event * BYTES;
    at[event] = Number(bytes.readBigInt64BE(from));
    positions[event] = bytes.readBigInt64BE(from + 8);
    steps[event] = bytes.readUInt16BE(from + 16);
  }
  return { length, at, positions, steps };
}
