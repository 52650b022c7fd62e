import { describe, expect, it } from 'vitest';
import type { WrittenNote } from '#wire';
import { notesBetween } from './notes-between.ts';
import type { PlacedNote } from './placed-notes.ts';

const placed = (from: number, to: number | null = null): PlacedNote => {
  const note: WrittenNote = {
    id: to === null ? `${from}` : `${from}–${to}`,
    on: { axis: 'recorded', from, to, path: null },
    kind: 'note',
    text: '',
    removed: false,
    steps: [],
  };
  return { note, from, to };
};

const among = [
  placed(2),
  placed(3),
  placed(5),
  placed(8),
  placed(9),
  placed(9, 12),
  placed(3, 9),
  placed(1, 3),
  placed(1, 4),
];
const found = (a: number, b: number) => notesBetween(among, a, b).map(({ note }) => note.id);

describe('notes on what is compared', () => {
  it('are those on its events and on stretches that share one, the whole stretch before all others', () => {
    expect(found(3, 9)).toEqual(['3–9', '5', '8', '9', '1–4']);
  });

  it('are the same whichever way is compared', () => expect(found(9, 3)).toEqual(found(3, 9)));

  it('are none where nothing lies between', () => expect(found(6, 6)).toEqual([]));
});
