/**
 * One press of a key as text: `Ctrl+ArrowLeft`, `Shift+Home`, `?`, `A`.
 *
 * It goes by the character that the layout makes (`event.key`), never by the place of the key, so that `[` is `[` on every keyboard. A
 * character says by itself whether Shift was needed, so Shift is written with letters and named keys only; letters are
 * written large, whatever Caps Lock does. `Mod` stands for Ctrl or Cmd. Law: chordFrom(chordText(press)) is the press's own chord.
 */
export interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  getModifierState?(name: 'AltGraph'): boolean;
}

/** Null for a modifier alone and for what an input method is still composing. */
export function chordOf(press: Press): string | null {
  const { key } = press;
  if (NOT_A_CHORD.has(key) || key === '') return null;
  const isCharacter = [...key].length === 1 && key !== ' ';
  // AltGr is how many layouts type `[` and `\`; Windows reports it as Ctrl and Alt together.
  const byAltGraph = isCharacter && press.getModifierState?.('AltGraph') === true;
  const parts = [
    ...(press.ctrlKey && !byAltGraph ? ['Ctrl'] : []),
    ...(press.altKey && !byAltGraph ? ['Alt'] : []),
    ...(press.metaKey ? ['Meta'] : []),
    ...(press.shiftKey && (!isCharacter || isLetter(key)) ? ['Shift'] : []),
  ];
  return [...parts, nameOf(key)].join('+');
}

/** The chord that a text means, written the one way; null where it means none. */
export function chordFrom(text: string): string | null {
  const press = pressOf(text);
  const chord = press === null ? null : chordOf(press);
  return chord !== null && hasModifier(text, 'Mod') ? chord.replace(/^Ctrl\+/, 'Mod+') : chord;
}

/** A press that makes this chord, for those who read presses; null where the text means none. `Mod` is pressed as Ctrl. */
export function pressOf(text: string): Press | null {
  // The last `+` may be the key itself.
  const cut = text.endsWith('+') ? text.length - 1 : text.lastIndexOf('+') + 1;
  const modifiers = text
    .slice(0, cut)
    .split('+')
    .filter((part) => part !== '');
  if (!modifiers.every((part) => MODIFIERS.has(part))) return null;
  const name = text.slice(cut);
  if (name === '' || NOT_A_CHORD.has(name)) return null;
  const key = name === 'Space' ? ' ' : isLetter(name) ? name.toLowerCase() : name;
  return {
    key,
    shiftKey: modifiers.includes('Shift'),
    ctrlKey: modifiers.includes('Ctrl') || modifiers.includes('Mod'),
    altKey: modifiers.includes('Alt'),
    metaKey: modifiers.includes('Meta'),
  };
}

/** The chords a browser may report for it: Ctrl or Cmd where it says `Mod`. */
export function chordsMeantBy(chord: string): readonly string[] {
  return hasModifier(chord, 'Mod')
    ? [chord.replace(/^Mod\+/, 'Ctrl+'), chord.replace(/^Mod\+/, 'Meta+')]
    : [chord];
}

/** One character without Ctrl, Alt or Meta: what WCAG 2.1.4 speaks of, because it is also how one dictates and types. */
export const isSingleCharacter = (chord: string): boolean =>
  [...chord.replace(/^Shift\+(?=.)/, '')].length === 1;

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);

const hasModifier = (text: string, name: string): boolean => text.startsWith(`${name}+`);

const nameOf = (key: string): string => (key === ' ' ? 'Space' : isLetter(key) ? key.toUpperCase() : key);

const MODIFIERS: ReadonlySet<string> = new Set(['Ctrl', 'Alt', 'Meta', 'Shift', 'Mod']);

const NOT_A_CHORD: ReadonlySet<string> = new Set([
  ...['Control', 'Alt', 'AltGraph', 'Meta', 'OS', 'Shift', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn'],
  ...['Dead', 'Process', 'Unidentified', 'Compose'],
]);
