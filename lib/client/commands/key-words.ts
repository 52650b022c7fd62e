/** Keys as they are drawn on keyboards and as they are spoken. */

/** The keys of a chord, one after the other: `['Ctrl', '←']`. */
export function keyCaps(chord: string, onMac: boolean): readonly string[] {
  return partsOf(chord).map((part) => {
    if (part === 'Mod') return onMac ? '⌘' : 'Ctrl';
    if (part === 'Meta') return onMac ? '⌘' : 'Meta';
    if (onMac && MAC_CAPS[part] !== undefined) return MAC_CAPS[part];
    return CAPS[part] ?? part;
  });
}

/** What a screen reader says: `Control left arrow`. */
export function spokenChord(chord: string, onMac: boolean): string {
  return partsOf(chord)
    .map((part) => (part === 'Mod' ? (onMac ? 'Command' : 'Control') : (SPOKEN[part] ?? part)))
    .join(' ');
}

function partsOf(chord: string): readonly string[] {
  if (chord === '+') return ['+'];
  return chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
}

type Words = Readonly<Partial<Record<string, string>>>;

const CAPS: Words = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Delete: 'Del',
  '-': '−',
};

const MAC_CAPS: Words = { Alt: '⌥', Ctrl: '⌃', Shift: '⇧' };

const SPOKEN: Words = {
  Ctrl: 'Control',
  ArrowLeft: 'left arrow',
  ArrowRight: 'right arrow',
  ArrowUp: 'up arrow',
  ArrowDown: 'down arrow',
  PageUp: 'page up',
  PageDown: 'page down',
  Escape: 'Escape',
  ',': 'comma',
  '.': 'full stop',
  '[': 'left bracket',
  ']': 'right bracket',
  '\\': 'backslash',
  '?': 'question mark',
  '+': 'plus',
  '-': 'minus',
};
