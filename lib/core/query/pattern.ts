/** Whether a text is what a pattern says: its pieces in their order, the first at the beginning and the last at the end. */
import type { Pattern } from './query.ts';

export function matchesPattern({ pieces }: Pattern, text: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - at >= last.length && text.endsWith(last);
}
