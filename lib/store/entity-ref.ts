/** What names a stream. */
export interface EntityRef {
  readonly namespace: string;
  readonly entityType: string;
  readonly entityId: string;
}
