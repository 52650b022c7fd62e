/**
 * One string for equal short texts, whichever segment they were read from: most fields take a few values again and again, and to
 * compare a string with itself looks at nothing.
 *
 * Law: sharedText(t) = t. What it holds is bounded, and is let go of when it is full.
 */
const MOST_TEXTS = 16_384;
const LONGEST = 64;

const shared = new Map<string, string>();

export function sharedText(text: string): string {
  if (text.length > LONGEST) return text;
  const known = shared.get(text);
  if (known !== undefined) return known;
  if (shared.size >= MOST_TEXTS) shared.clear();
  const own = String.fromCharCode(...unitsOf(text));
  shared.set(own, own);
  return own;
}

/** Put together anew: a part of a string keeps the whole of it in memory. */
const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
