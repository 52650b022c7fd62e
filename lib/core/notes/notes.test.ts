import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedEvent } from '../../testing/stored-event.ts';
import { foldNotes, NO_NOTES, type Note } from './fold-notes.ts';
import {
  declaredAuthorOf,
  declaredAuthorText,
  type NoteEvent,
  type NoteSaid,
  noteEventText,
  noteKindOf,
  readNoteEvent,
} from './note-events.ts';

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', '\u202e"\n', '\0'),
);
const id = fc.constantFrom('one', 'two', 'three', '__proto__');
const place = fc.record({
  axis: fc.constantFrom('recorded' as const, 'occurred' as const),
  from: fc.nat(),
  to: fc.option(fc.nat()),
  path: fc.option(fc.constantFrom('', '/a', '/lines/~=A-100/qty')),
});
const said: fc.Arbitrary<NoteSaid> = fc.oneof(
  fc
    .record({ id, on: place, text })
    .map((parts) => ({ type: '$NoteAdded' as const, ...parts, kind: noteKindOf(parts.text) })),
  fc
    .record({ id, text })
    .map((parts) => ({ type: '$NoteEdited' as const, ...parts, kind: noteKindOf(parts.text) })),
  fc.record({ type: fc.constant('$NoteRemoved' as const), id }),
);
const stream = fc.array(
  fc.oneof({ weight: 9, arbitrary: said }, { weight: 1, arbitrary: fc.constant(null) }),
  {
    maxLength: 30,
  },
);

/** null: an event in a form that nobody knows. */
const eventsOf = (all: readonly (NoteSaid | null)[]): NoteEvent[] =>
  all.map((one, index) =>
    storedEvent({
      version: index + 1,
      type: one?.type ?? '$NoteAdded',
      payload: one === null ? '{"id":1}' : noteEventText(one),
      actor: 'browser',
      metadata: declaredAuthorText('alice'),
    }),
  );

describe('an event of a note', () => {
  it('is read as it was said', () => {
    fc.assert(
      fc.property(said, (one) => {
        expect(readNoteEvent({ type: one.type, payload: noteEventText(one) })).toEqual(one);
      }),
    );
  });

  it.each([
    ['$NoteAdded', '{"id":"a","kind":"note","text":"x"}'],
    [
      '$NoteAdded',
      '{"id":"a","on":{"axis":"sideways","from":1,"to":null,"path":null},"kind":"note","text":"x"}',
    ],
    [
      '$NoteAdded',
      '{"id":"a","on":{"axis":"recorded","from":1.5,"to":null,"path":null},"kind":"note","text":"x"}',
    ],
    ['$NoteEdited', '{"id":"a","kind":"bookmark","text":"x"}'],
    ['$NoteRemoved', '{"id":1}'],
    ['$NoteRemoved', 'not JSON'],
    ['NoteRemoved', '{"id":"a"}'],
    ['$Other', '{"id":"a","kind":"note","text":"x"}'],
  ])('%s %s is none', (type, payload) => {
    expect(readNoteEvent({ type, payload })).toBeNull();
  });

  it('keeps the name that its writer gave', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ unit: 'binary' })), (name) => {
        expect(declaredAuthorOf(declaredAuthorText(name))).toBe(name);
      }),
    );
    for (const odd of [null, '', '[]', '{"author":"alice"}', '{"author":{"name":1}}'])
      expect(declaredAuthorOf(odd)).toBeNull();
  });
});

describe('the fold of notes', () => {
  it('is the same one by one and at once', () => {
    fc.assert(
      fc.property(stream, (all) => {
        const events = eventsOf(all);
        const oneByOne = events.reduce((before, event) => foldNotes([event], before), NO_NOTES);
        expect(oneByOne).toEqual(foldNotes(events));
      }),
    );
  });

  it('has every event once, as a step or among those that it could not take', () => {
    fc.assert(
      fc.property(stream, (all) => {
        const { notes, unread } = foldNotes(eventsOf(all));
        const steps = notes.flatMap((note) => note.steps.map(({ version }) => version));
        expect([...steps, ...unread].sort((a, b) => a - b)).toEqual(all.map((_, index) => index + 1));
      }),
    );
  });

  it('says of a note what was last said of it, and keeps what was said before', () => {
    fc.assert(
      fc.property(stream, (all) => {
        for (const note of foldNotes(eventsOf(all)).notes) expectWhole(note);
      }),
    );
  });

  it('takes nothing back: a removed note is there with all of its steps, and nothing more is said of it', () => {
    const on = { axis: 'recorded', from: 3, to: null, path: null } as const;
    const { notes, unread } = foldNotes(
      eventsOf([
        { type: '$NoteAdded', id: 'a', on, kind: 'note', text: 'first' },
        { type: '$NoteEdited', id: 'a', kind: 'note', text: 'second' },
        { type: '$NoteRemoved', id: 'a' },
        { type: '$NoteEdited', id: 'a', kind: 'note', text: 'third' },
        { type: '$NoteAdded', id: 'a', on, kind: 'note', text: 'fourth' },
      ]),
    );
    expect(notes).toMatchObject([{ id: 'a', on, text: 'second', isRemoved: true }]);
    expect(notes[0]?.steps.map(({ what, text: then, declared }) => [what, then, declared])).toEqual([
      ['added', 'first', 'alice'],
      ['edited', 'second', 'alice'],
      ['removed', 'second', 'alice'],
    ]);
    expect(unread).toEqual([4, 5]);
  });
});

function expectWhole({ text: now, kind, isRemoved, steps }: Note): void {
  expect(steps[0]?.what).toBe('added');
  expect(steps.at(-1)).toMatchObject({ text: now, what: isRemoved ? 'removed' : expect.any(String) });
  expect(steps.filter(({ what }) => what === 'added')).toHaveLength(1);
  expect(kind).toBe(noteKindOf(now));
}
