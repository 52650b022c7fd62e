/** How wide a name is in a drawing that is laid out before anything is drawn, by what kinds of letters it has. */

/** Pixels of a letter in the text font at 13 px, medium weight: rather too many than too few. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!()[\]]/, 4.5],
  [/[frt \-/]/, 5.5],
  [/[mwMW@%]/, 12.5],
  [/[A-Z]/, 9.5],
  [/[ -~]/, 7.75],
  // Scripts of whole squares, and what is drawn as a picture.
  [/[\u{1f000}-\u{1ffff}]/u, 18],
  [/[\u1100-\u{3ffff}]/u, 13.5],
];
const ANY = 10;

const widthOf = (letter: string): number => WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? ANY;
export const nameWidth = (name: string): number =>
  [...name].reduce((sum, letter) => sum + widthOf(letter), 0);

/** The name where it is at most so wide, and otherwise as much of its beginning as is, with an ellipsis. */
export function cutToWidth(name: string, width: number): string {
  if (nameWidth(name) <= width) return name;
  const kept: string[] = [];
  let left = width - widthOf('…');
  for (const letter of name) {
    left -= widthOf(letter);
    if (left < 0) break;
    kept.push(letter);
  }
  return `${kept.join('')}…`;
}
