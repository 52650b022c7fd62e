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

/** Every blank that has a width and no ink. */
const signs = (blanks: string): string => blanks.replace(/\p{Zs}/gu, signOf);

function signOf(blank: string): string {
  if (blank === ' ') return '␣';
  if (blank === '\u00A0') return '⍽';
  return `⟨U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
