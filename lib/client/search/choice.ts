/** What can be chosen in the place of what is being written. */
export interface Choice {
  /** As `completed` takes it. */
  readonly value: string;
  readonly text: string;
  /** Plain words beside it; empty: none. */
  readonly note: string;
}
