import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenNote } from '#wire';
import { noteWords, placeWords } from './note-words.ts';
import { placeNotes } from './placed-notes.ts';

const noteAt = (from: number, to: number | null = null, parts: Partial<WrittenNote> = {}): WrittenNote => ({
  id: `${from}-${to}`,
  on: { axis: 'recorded', from, to, path: null },
  kind: 'note',
  text: 'x',
  removed: false,
  steps: [
    {
      what: 'added',
      version: 1,
      eventId: 'e',
      text: 'x',
      actor: 'browser',
      declaredName: 'alice',
      at: '2026-01-01T00:00:00Z',
    },
  ],
  ...parts,
});

describe('notes on a history', () => {
  it('stand at their events, whatever order these are in', () => {
    const order = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 20 });
    const notes = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 20 }))),
    );
    fc.assert(
      fc.property(order, notes, (versions, asked) => {
        const places = new Map(versions.map((version, index) => [version, index + 1]));
        const placed = placeNotes(
          asked.map(([from, to]) => noteAt(from, to)),
          places,
        );
        const there = asked.filter(([from, to]) => places.has(from) && (to === null || places.has(to)));
        expect(placed).toHaveLength(there.length);
        for (const { note, from, to } of placed) {
          const ends = [note.on.from, note.on.to ?? note.on.from].map((version) => places.get(version) ?? 0);
          expect([from, to ?? from]).toEqual(ends.sort((a, b) => a - b));
        }
        expect(placed.map(({ from }) => from)).toEqual(placed.map(({ from }) => from).sort((a, b) => a - b));
      }),
    );
  });

  it('are said in words', () => {
    expect(noteWords(noteAt(812))).toBe('alice noted on event 812');
    expect(noteWords(noteAt(812, 790, { kind: 'bookmark' }))).toBe('alice bookmarked events 790 to 812');
    expect(placeWords({ from: 0, to: null })).toBe('the moment before the first event');
  });
});
