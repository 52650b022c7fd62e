import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chordFrom, chordOf, isSingleCharacter, type Press, pressOf } from './chord.ts';
import { COMMANDS, type Command, commandById } from './command-table.ts';
import { DEFAULT_KEYMAP, Keymap, whyNotKey, withDefaultKeys, withKey } from './keymap.ts';
import { DEFAULT_KEYS, parseReaderKeys, writeReaderKeys } from './reader-keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

function command(id: string): Command {
  const found = commandById(id);
  if (found === null) throw new Error(`There is no command ${id}`);
  return found;
}

const anyPress = fc.record({
  key: fc.constantFrom('a', 'A', 'é', '?', '+', ' ', '1', '[', 'ArrowLeft', 'Home', 'Escape', 'F2'),
  shiftKey: fc.boolean(),
  ctrlKey: fc.boolean(),
  altKey: fc.boolean(),
  metaKey: fc.boolean(),
});

describe('a chord', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyPress, (pressed) => {
        const chord = chordOf(pressed) ?? '';
        expect(chordFrom(chord)).toBe(chord);
        expect(chordOf(pressOf(chord) ?? press(''))).toBe(chord);
      }),
    );
  });

  it.each([
    [press('?', { shiftKey: true }), '?'],
    [press('b'), 'B'],
    [press('B'), 'B'],
    [press('B', { shiftKey: true }), 'Shift+B'],
    [press('ArrowLeft', { ctrlKey: true }), 'Ctrl+ArrowLeft'],
    [press('Home', { shiftKey: true }), 'Shift+Home'],
    [press(' '), 'Space'],
    [press('[', { ctrlKey: true, altKey: true, getModifierState: () => true }), '['],
    [press('Control', { ctrlKey: true }), null],
    [press('Dead'), null],
  ])('goes by what the layout makes: %o is %s', (pressed, chord) => {
    expect(chordOf(pressed)).toBe(chord);
  });

  it('is written one way, whatever was typed, or is none', () => {
    expect(['Shift+?', 'Mod+k', '+', 'Ctrl++', 'Hyper+a', ''].map(chordFrom)).toEqual([
      '?',
      'Mod+K',
      '+',
      'Ctrl++',
      null,
      null,
    ]);
  });

  it('of one character is what speech and typing may set off', () => {
    const chords = ['A', 'Shift+A', '?', '+', 'Ctrl+A', 'Home', 'Shift+Home', 'Space'];
    expect(chords.filter(isSingleCharacter)).toEqual(['A', 'Shift+A', '?', '+']);
  });
});

describe('the table', () => {
  it('gives no chord to two commands, and writes each in the one way', () => {
    const chords = COMMANDS.flatMap(({ keys }) => keys);
    expect(new Set(chords).size).toBe(chords.length);
    expect(chords.map(chordFrom)).toEqual(chords);
    expect(chords.map(whyNotKey).filter((why) => why !== null)).toEqual([]);
  });
});

describe('a keymap', () => {
  it('knows Ctrl and Cmd for the same', () => {
    const ids = [press('k', { ctrlKey: true }), press('k', { metaKey: true }), press('k')].map(
      (pressed) => DEFAULT_KEYMAP.commandOf(pressed)?.id ?? null,
    );
    expect(ids).toEqual(['palette', 'palette', null]);
  });

  it('hands the reader’s key on as the default one, and the default one no more', () => {
    const changed = new Keymap(withKey(DEFAULT_KEYMAP, command('play'), 'K'));
    expect(changed.standard(press('k'))).toMatchObject({ key: ' ' });
    expect(changed.standard(press(' '))).toBeNull();
    expect(changed.standard(press('q'))).toEqual(press('q'));
    expect(changed.standard(press('a'))).toEqual(press('a'));
  });

  it('says who has a key, takes it from there and gives it back', () => {
    expect(DEFAULT_KEYMAP.holderOf('B', 'setA')?.id).toBe('setB');
    expect(DEFAULT_KEYMAP.holderOf('B', 'setB')).toBeNull();
    const taken = new Keymap(withKey(DEFAULT_KEYMAP, command('setA'), 'B'));
    expect(taken.keysOf(command('setA'))).toEqual(['B']);
    expect(taken.keysOf(command('setB'))).toEqual([]);
    // B belongs to the other by now, so its default does not come back by itself.
    expect(new Keymap(withDefaultKeys(taken, command('setB'))).keysOf(command('setB'))).toEqual([]);
    const restored = new Keymap(withDefaultKeys(taken, command('setA')));
    expect(withDefaultKeys(restored, command('setB'))).toEqual(DEFAULT_KEYS);
  });

  it('never has one chord on two commands, whatever is changed', () => {
    const change = fc.tuple(fc.constantFrom(...COMMANDS), anyPress);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const keymap = changes.reduce(
          (map, [one, pressed]) => new Keymap(withKey(map, one, chordOf(pressed))),
          DEFAULT_KEYMAP,
        );
        const chords = COMMANDS.flatMap((one) => keymap.keysOf(one));
        expect(new Set(chords).size).toBe(chords.length);
      }),
    );
  });

  it('hears one-character keys outside of the timeline only while they are on', () => {
    const off = new Keymap({ ...DEFAULT_KEYS, singleKeys: false });
    const heard = (map: Keymap, id: string, pressed: Press) => map.isHeardElsewhere(command(id), pressed);
    expect(heard(DEFAULT_KEYMAP, 'setA', press('a'))).toBe(true);
    expect(heard(off, 'setA', press('a'))).toBe(false);
    expect(heard(off, 'help', press('?'))).toBe(false);
    expect(heard(off, 'palette', press('k', { ctrlKey: true }))).toBe(true);
    expect(heard(DEFAULT_KEYMAP, 'firstEvent', press('Home'))).toBe(false);
  });
});

describe('while nothing has the focus', () => {
  const heard = (map: Keymap, id: string, pressed: Press) => map.isHeardWithoutFocus(command(id), pressed);

  it('keys that move in time are the timeline’s, those that clear or play are not', () => {
    expect(heard(DEFAULT_KEYMAP, 'firstEvent', press('Home'))).toBe(true);
    expect(heard(DEFAULT_KEYMAP, 'tenth5', press('5'))).toBe(true);
    expect(heard(DEFAULT_KEYMAP, 'clear', press('Escape'))).toBe(false);
    expect(heard(DEFAULT_KEYMAP, 'setA', press('a'))).toBe(false);
  });

  it('those of one character only while they are on', () => {
    const off = new Keymap({ ...DEFAULT_KEYS, singleKeys: false });
    expect(heard(off, 'tenth5', press('5'))).toBe(false);
    expect(heard(off, 'firstEvent', press('Home'))).toBe(true);
  });
});

describe('what a browser keeps', () => {
  it('is read as it was written', () => {
    const chord = anyPress.map((pressed) => chordOf(pressed) ?? 'A');
    const changed = fc.array(fc.tuple(fc.constantFrom(...COMMANDS.map(({ id }) => id)), fc.array(chord)));
    fc.assert(
      fc.property(changed, fc.boolean(), (entries, singleKeys) => {
        const keys = { changed: new Map(entries), singleKeys };
        expect(parseReaderKeys(writeReaderKeys(keys))).toEqual(keys);
      }),
    );
  });

  it.each([
    null,
    '',
    '{',
    '[]',
    '3',
    '{"keys":[]}',
    '{"keys":{"nothing":["A"],"setA":[1],"setB":"A","swap":["Hyper+A"]}}',
  ])('is the default where it cannot be read: %s', (text) =>
    expect(parseReaderKeys(text)).toEqual(DEFAULT_KEYS),
  );
});
