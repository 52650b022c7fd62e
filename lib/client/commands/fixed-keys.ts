/** Keys that follow the patterns of WAI-ARIA for the thing that has the focus. They are told, and never changed. */
import type { KeyPlace } from './key-places.ts';

export interface FixedKeys {
  /** On which of the things on screen they are heard. */
  readonly place: KeyPlace;
  readonly title: string;
  readonly keys: readonly { readonly chords: readonly string[]; readonly what: string }[];
}

export const FIXED_KEYS: readonly FixedKeys[] = [
  {
    place: 'query',
    title: 'In the query',
    keys: [
      { chords: ['Enter'], what: 'Send it off, or take what is chosen' },
      { chords: ['Escape'], what: 'Close the list; put back what was sent' },
      { chords: ['ArrowDown', 'Tab'], what: 'What can be chosen; take it' },
      { chords: ['ArrowUp'], what: 'Earlier queries, in the empty field' },
    ],
  },
  {
    place: 'events',
    title: 'In the list of events',
    keys: [
      { chords: ['ArrowUp', 'ArrowDown'], what: 'One event' },
      { chords: ['PageUp', 'PageDown'], what: 'Ten events' },
      { chords: ['Home', 'End'], what: 'First and last row' },
    ],
  },
  {
    place: 'table',
    title: 'In the table of events',
    keys: [
      { chords: ['ArrowUp', 'ArrowDown'], what: 'One event' },
      { chords: ['ArrowRight', 'ArrowLeft'], what: 'One value' },
      { chords: ['Enter'], what: 'Open the entity at the event' },
      { chords: ['Space'], what: 'Look only for events with the value, or without it' },
      { chords: ['PageUp', 'PageDown'], what: 'A page of events' },
      { chords: ['Home', 'End'], what: 'First and last event' },
    ],
  },
  {
    place: 'bars',
    title: 'In the bars over time',
    keys: [
      { chords: ['ArrowRight', 'ArrowLeft'], what: 'One bar' },
      { chords: ['Shift+ArrowRight', 'Shift+ArrowLeft'], what: 'One bar more, one less' },
      { chords: ['Enter'], what: 'Show only the events of the chosen bars' },
    ],
  },
  {
    place: 'numbers',
    title: 'In the days, bars and numbers',
    keys: [
      { chords: ['ArrowUp', 'ArrowDown'], what: 'One row, or one day' },
      { chords: ['ArrowRight', 'ArrowLeft'], what: 'One number, or one week' },
      { chords: ['Home', 'End'], what: 'First and last' },
      { chords: ['Enter'], what: 'Go where the link leads' },
    ],
  },
  {
    place: 'state',
    title: 'In the state',
    keys: [
      { chords: ['ArrowUp', 'ArrowDown'], what: 'One row' },
      { chords: ['ArrowRight', 'ArrowLeft'], what: 'Open and close; in and out' },
      { chords: ['Enter'], what: 'Go to the event that set the field' },
      { chords: ['PageUp', 'PageDown'], what: 'Twenty rows' },
    ],
  },
];
