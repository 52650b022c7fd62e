/**
 * The keys of the dock: which place a movement key leads to, and which command every other key stands for.
 *
 * Keys with Ctrl, Alt or Meta are the browser's and the page's.
 */
import { pageFrom, sameTypeFrom, tenthOf } from '#client/playhead-moves';
import type { DockModel } from './dock-model.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export type DockCommand =
  | 'play'
  | 'slower'
  | 'faster'
  | 'earlier'
  | 'later'
  | 'setA'
  | 'setB'
  | 'swap'
  | 'goTo'
  | 'playhead'
  | 'scale'
  | 'zoomIn'
  | 'zoomOut'
  | 'diffLook'
  | 'note'
  | 'nextNote'
  | 'previousNote'
  | 'clear';

const COMMANDS: ReadonlyMap<string, DockCommand> = new Map([
  [' ', 'play'],
  ['j', 'slower'],
  ['l', 'faster'],
  ['[', 'earlier'],
  [']', 'later'],
  ['a', 'setA'],
  ['b', 'setB'],
  ['x', 'swap'],
  ['g', 'goTo'],
  ['t', 'playhead'],
  ['\\', 'scale'],
  ['+', 'zoomIn'],
  ['=', 'zoomIn'],
  ['-', 'zoomOut'],
  ['v', 'diffLook'],
  ['m', 'note'],
  ['n', 'nextNote'],
  ['p', 'previousNote'],
  ['Escape', 'clear'],
]);

export const isShortcut = (press: KeyPress): boolean => !press.ctrlKey && !press.altKey && !press.metaKey;

export const commandOf = ({ key }: KeyPress): DockCommand | null =>
  COMMANDS.get(key.length === 1 ? key.toLowerCase() : key) ?? null;

/** Where the key leads from an ordinal, or null where it is no movement key. */
export function movementOf(press: KeyPress, model: DockModel, from: number): number | null {
  const place = leapOf(press, model, from);
  return place === null ? null : model.settle(from, place);
}

function leapOf({ key, shiftKey }: KeyPress, model: DockModel, from: number): number | null {
  const { columns, positions, window } = model;
  const step = shiftKey ? 10 : 1;
  // With Shift it stops at the first event: only a deliberate single step leads before it.
  if (key === 'ArrowLeft')
    return shiftKey ? Math.max(Math.min(from, 1), model.stepFrom(from, -step)) : model.stepFrom(from, -step);
  if (key === 'ArrowRight') return model.stepFrom(from, step);
  if (key === 'PageUp') return pageFrom(positions, window, from, 1);
  if (key === 'PageDown') return Math.max(Math.min(from, 1), pageFrom(positions, window, from, -1));
  if (key === 'Home') return model.ends.first;
  if (key === 'End') return model.ends.last;
  if (key === ',') return sameTypeFrom(columns, from, -1);
  if (key === '.') return sameTypeFrom(columns, from, 1);
  if (/^[0-9]$/.test(key)) return tenthOf(positions, Number(key));
  return null;
}
