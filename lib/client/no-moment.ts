/** What to say where something was typed that is no moment: all that the boxes for one take, the same words in each. */
export const TIMES_TO_WRITE =
  'an instant with its zone (2026-03-14T12:00:00Z), a day (2026-03-14), a time on the clock shown (2026-03-14 12:00), how long ago (2h ago, 1mo ago), yesterday, today or now';

/** A version is a moment of one entity, not of several at once. */
export function noMoment(typed: string, of: 'one entity' | 'several'): string {
  const version = of === 'one entity' ? 'a version (812), ' : '';
  return `“${typed}” is no moment. Write ${version}a position of the log (@81204), the id of an event, ${TIMES_TO_WRITE}.`;
}
