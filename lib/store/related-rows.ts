/** Events of other streams, as they are named to those who look at one. */

/** An event as others mention it, with the entity it is of. */
export interface RelatedRow {
  readonly entityType: string;
  readonly entityId: string;
  readonly version: number;
  readonly position: bigint;
  readonly type: string;
  readonly actor: string | null;
  readonly recordedAt: bigint;
  readonly occurredAt: bigint;
}

export interface SourcedRow extends RelatedRow {
  readonly source: string;
}

export interface RelatedRows {
  /** The first of them, ascending by position. */
  readonly rows: readonly RelatedRow[];
  readonly total: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

export interface ConsequenceRow extends RelatedRow {
  readonly how: 'caused' | 'conversation';
  /** Version of the event that caused it, or of the first that is of the same conversation. */
  readonly of: number;
  /** JSON text; null where it is no JSON or a long one. */
  readonly payload: string | null;
}

export interface ConsequenceRows extends RelatedRows {
  readonly rows: readonly ConsequenceRow[];
}
