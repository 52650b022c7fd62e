import { fuzzyMatch } from '#client/commands/fuzzy-match';

/** A typed character that stands at a beginning or beside the one before it is worth as much; strays are worth less. */
const WORTH_SHOWING = 20;

interface Ranked<T> {
  readonly item: T;
  readonly at: readonly number[];
}

/** What answers to what was typed, best first; nothing typed: all in their order. Texts that only happen to hold the letters are left out. */
export function rank<T>(
  typed: string,
  items: readonly T[],
  textOf: (item: T) => string,
  alsoOf?: (item: T) => string,
): readonly Ranked<T>[] {
  const letters = typed.replace(/\s/g, '').length;
  const ranked = items.flatMap((item) => {
    const shown = fuzzyMatch(typed, textOf(item));
    const match =
      shown ?? (alsoOf === undefined ? null : fuzzyMatch(typed, `${textOf(item)} ${alsoOf(item)}`));
    if (match === null || match.score < letters * WORTH_SHOWING) return [];
    return [{ item, at: shown?.at ?? [], score: match.score }];
  });
  return letters === 0 ? ranked : ranked.sort((one, other) => other.score - one.score);
}
