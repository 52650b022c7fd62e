/** How many events lie between two positions of the log, of which the second is behind; null: none does. */
export function behindWords(head: string, at: string): string | null {
  const events = BigInt(head) - BigInt(at);
  return events <= 0n ? null : `${events.toLocaleString('en')} ${events === 1n ? 'event' : 'events'}`;
}
