/** The read model of histories, as the rest of the house sees it (see segments.ts). */
import type { BuildTurn } from './build-turns.ts';
import type { EntityRef } from './entity-ref.ts';
import type { ClosedSegment, HistoryName, KeptSegments } from './segments.ts';

export interface SegmentStore {
  kept(name: HistoryName): Promise<KeptSegments>;
  /** The newest version below `version` for which closed segments are kept. */
  knownBefore(history: string, version: number): Promise<number | null>;
  /** Gzipped. */
  bytes(hash: string): Promise<Uint8Array | null>;
  /** `bytes` null: the segment is there already under its hash. */
  keep(name: HistoryName, streamId: bigint, segment: ClosedSegment, bytes: Uint8Array | null): Promise<void>;
  /** The open segment behind the closed ones, gzipped; it takes the place of the one before. */
  keepOpen(name: HistoryName, streamId: bigint, segment: ClosedSegment, bytes: Uint8Array): Promise<void>;
  /** Lets go of what the same history knew at lower versions. */
  dropOlder(name: HistoryName): Promise<void>;
  /** Lets go of one that cannot be read. */
  discard(hash: string): Promise<void>;
  /** Waits until nobody else builds the history (see build-turns.ts). Never rejects. */
  turn(name: HistoryName, onReach: (event: number) => void): Promise<BuildTurn>;
  /** Answers how many went. */
  drop(): Promise<number>;
  /** Streams of more than so many events. */
  longStreams(events: number): Promise<readonly EntityRef[]>;
}
