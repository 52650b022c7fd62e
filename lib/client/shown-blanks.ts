/**
 * Blanks that nobody would see, made visible: text that is nothing but blanks, or begins or ends with them, stands in quotes with a
 * sign for each of those (`"␣name"`).
 *
 * Law: text without blanks at its ends stays as it is. Tabs and line breaks stay too: whoever draws text shows them by name.
 */
export function shownBlanks(text: string): string {
  const inner = text.trim();
  if (inner === text && text !== '') return text;
  const start = inner === '' ? text.length : text.indexOf(inner);
  const [head, tail] = [text.slice(0, start), text.slice(start + inner.length)];
  return `"${signs(head)}${inner}${signs(tail)}"`;
}

/** The same for a name, where a blank more or less is another name: several in a row are shown too. Law: single blanks stay. */
export function shownName(name: string): string {
  const inner = name.trim();
  if (!/\p{Zs}{2}/u.test(inner)) return shownBlanks(name);
  const [head, tail] = [name.slice(0, name.indexOf(inner)), name.slice(name.indexOf(inner) + inner.length)];
  return `"${signs(head)}${inner.replace(/\p{Zs}{2,}/gu, signs)}${signs(tail)}"`;
}

/** Every blank that has a width and no ink. */
const signs = (blanks: string): string => blanks.replace(/\p{Zs}/gu, signOf);

function signOf(blank: string): string {
  if (blank === ' ') return '␣';
  if (blank === '\u00A0') return '⍽';
  return `⟨U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
