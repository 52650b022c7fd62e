/** The counts of an import in words that add up to what was read. */
export interface ImportCounts {
  readonly read: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
  /** Good lines that `--strict` kept out because of the refused ones. */
  readonly heldBack: number;
}

export function countWords({ read, added, alreadyThere, refused, heldBack }: ImportCounts): string {
  const counts = `${read} read, ${added} added, ${alreadyThere} already there, ${refused} refused`;
  return heldBack > 0 ? `${counts}, ${heldBack} held back (--strict)` : counts;
}
