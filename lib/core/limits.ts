/**
 * Every bound of the product in one place, so that a refusal, its page in docs/errors and a screen name the same number.
 *
 * Bytes are UTF-8 bytes. Depth counts nested objects and arrays: `[[1]]` has depth 2. Keys are counted over the whole
 * document, repeated ones included.
 */
export const LIMITS = {
  /** CS-104. */
  payloadBytes: 1_048_576,
  /** CS-102. */
  depth: 64,
  /** CS-103. */
  keys: 10_000,
  /** CS-105. A state outgrows its payloads by merging and patching, so its bounds are wider. */
  stateBytes: 16_777_216,
  stateDepth: 128,
  stateKeys: 200_000,
  /** Events in one append. */
  batchEvents: 5_000,
  /** CS-151. The text of a query, in UTF-16 units; its terms; parentheses within each other. */
  queryUnits: 4_096,
  queryTerms: 100,
  queryDepth: 32,
  /** CS-154. The steps of a sequence, and how often one of them may be taken. */
  sequenceSteps: 12,
  sequenceTimes: 100,
  /** Types, actors and ids. */
  idBytes: 512,
  /** The committed form of one event. */
  leafBytes: 65_536,
  /** CS-530. The text of a note. */
  noteBytes: 8_192,
  /** CS-530. What readers add to, edit in and remove from the notes of one entity. */
  noteEvents: 10_000,
  /** CS-323. Less than this free on the disk of the embedded database, and nothing is appended. */
  freeBytes: 209_715_200,
  /** Less than this free there, and it is said at the start and on the status page. */
  lowFreeBytes: 1_073_741_824,
} as const;

/** What one document may measure. */
export interface Bounds {
  readonly bytes: number;
  readonly depth: number;
  readonly keys: number;
}

export const PAYLOAD_BOUNDS: Bounds = { bytes: LIMITS.payloadBytes, depth: LIMITS.depth, keys: LIMITS.keys };

export const STATE_BOUNDS: Bounds = {
  bytes: LIMITS.stateBytes,
  depth: LIMITS.stateDepth,
  keys: LIMITS.stateKeys,
};
