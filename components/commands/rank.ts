import { fuzzyMatch } from '#client/commands/fuzzy-match';

/** A typed character that stands at a beginning or beside the one before it is worth as much; strays are worth less. */
const WORTH_SHOWING = 20;

export interface Ranked<T> {
  readonly item: T;
  readonly at: readonly number[];
  readonly score: number;
  /** Otherwise only what is not on screen answers to it. */
  readonly byName: boolean;
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
    const isShown = shown !== null && shown.score >= letters * WORTH_SHOWING;
    if (isShown) return [{ item, at: shown.at, score: shown.score, byName: true }];
    const isMeant = alsoOf !== undefined && holdsWords(`${textOf(item)} ${alsoOf(item)}`, typed);
    return isMeant ? [{ item, at: [], score: letters * WORTH_SHOWING, byName: false }] : [];
  });
  return letters === 0 ? ranked : ranked.sort((one, other) => other.score - one.score);
}

/** What is not on screen has to have words that begin as they were typed. */
function holdsWords(text: string, typed: string): boolean {
  const lower = ` ${text.toLowerCase()}`;
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(` ${word}`));
}
