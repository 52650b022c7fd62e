import { describe, expect, it } from 'vitest';
import { streamAt } from '#client/playhead-test-stream';
import { commandOf, isShortcut, movementOf } from './dock-keys.ts';
import { DockModel } from './dock-model.ts';

const stream = streamAt(...Array.from({ length: 200 }, (_, index) => index * 10));
const silent = { onPreview: () => undefined, onCommit: () => undefined, onPins: () => undefined };
const model = new DockModel(stream, stream.columns, 'events', 50, silent);

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
});
const move = (key: string, from: number, shiftKey = false) => movementOf(press(key, shiftKey), model, from);

describe('keys', () => {
  it.each([
    ['ArrowLeft', 50, false, 49],
    ['ArrowRight', 50, false, 51],
    ['ArrowLeft', 50, true, 40],
    ['ArrowRight', 50, true, 60],
    ['PageUp', 50, false, 60],
    ['PageDown', 50, false, 39],
    ['Home', 50, false, 1],
    ['End', 50, false, 200],
    ['.', 50, false, 51],
    [',', 50, false, 49],
    ['5', 50, false, 100],
  ])('%s from %i leads to the right place', (key, from, shiftKey, place) => {
    expect(move(key, from, shiftKey)).toBe(place);
  });

  it('lead before the first event only by a single step', () => {
    expect(move('ArrowLeft', 1)).toBe(0);
    expect(move('ArrowLeft', 5, true)).toBe(1);
    expect(move('PageDown', 5)).toBe(1);
  });

  it('stand for commands, whatever the case', () => {
    expect(
      ['a', 'B', 'x', 'G', '\\', ' ', 'Escape', '[', 'j', '+', '-'].map((key) => commandOf(press(key))),
    ).toEqual([
      'setA',
      'setB',
      'swap',
      'goTo',
      'scale',
      'play',
      'clear',
      'earlier',
      'slower',
      'zoomIn',
      'zoomOut',
    ]);
    expect(['m', 'N', 'p'].map((key) => commandOf(press(key)))).toEqual(['note', 'nextNote', 'previousNote']);
    expect(commandOf(press('T'))).toBe('playhead');
    expect([commandOf(press('q')), move('q', 5)]).toEqual([null, null]);
  });

  it('with Ctrl, Alt or Meta are not the dock’s', () => {
    expect(isShortcut(press('a', true))).toBe(true);
    expect(isShortcut({ ...press('a'), ctrlKey: true })).toBe(false);
    expect(isShortcut({ ...press('ArrowLeft'), metaKey: true })).toBe(false);
    expect(isShortcut({ ...press('ArrowLeft'), altKey: true })).toBe(false);
  });
});
