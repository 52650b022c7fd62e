/** Counts as sentences say them. */
export const countText = (count: number): string => count.toLocaleString('en');

/** `1 field`, `1,204 fields`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : plural}`;
}
