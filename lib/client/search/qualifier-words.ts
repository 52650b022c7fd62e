/** What the words of the language find, in a few words beside each. */
import { PAYLOAD, QUALIFIERS, type Qualifier } from '#core';

/** As `completed` takes them: without a colon or point behind. */
export interface OfferedQualifier {
  readonly name: string;
  /** As it is written. */
  readonly text: string;
  readonly note: string;
}

const NOTES: Record<Exclude<Qualifier, 'state'>, string> = {
  entity: 'of one entity, or of a type: order/4711',
  'entity-type': 'of entities of this type',
  id: 'of entities with this id',
  type: 'of this type',
  actor: 'by this actor',
  source: 'from this source',
  correlation: 'of this conversation',
  causation: 'caused by this event',
  occurred: 'that happened then',
  recorded: 'that were recorded then',
  version: 'with this place in the stream of their entity',
  position: 'with this place in the store',
  path: 'that changed this field, or something in it',
  set: 'that gave a field such a value: /status=shipped',
  was: 'of entities whose field has, or has had, such a value',
  is: 'that removed, came late, or out of order',
};

/** What a query is about, which says what can be asked in it. */
export type QueryAbout = 'events' | 'entities';

/** `state:` is left out: a search of events has no moment at which a state could be looked at. */
const OF_EVENTS: readonly OfferedQualifier[] = [
  ...QUALIFIERS.filter((name) => name !== 'state').map((name) => ({
    name,
    text: `${name}:`,
    note: NOTES[name],
  })),
  {
    name: PAYLOAD.slice(0, -1),
    text: PAYLOAD,
    note: 'with such a value in what they say: payload.amount>100',
  },
];

/** At the moment of the list. */
const ENTITY_NOTES: Readonly<Partial<Record<Qualifier, string>>> = {
  state: 'whose field has such a value then: /status=open',
  was: 'whose field has, or has had, such a value by then',
  'entity-type': 'of this type',
  entity: 'one of them, or of a type: order/4711',
  id: 'with this id',
  is: 'that are removed by then',
  version: 'with so many events by then',
  recorded: 'whose last event by then was recorded then',
  occurred: 'whose last event by then happened then',
};

const OF_ENTITIES: readonly OfferedQualifier[] = Object.entries(ENTITY_NOTES).map(([name, note]) => ({
  ...{ name, note },
  text: `${name}:`,
}));

export const OFFERED_QUALIFIERS: Readonly<Record<QueryAbout, readonly OfferedQualifier[]>> = {
  events: OF_EVENTS,
  entities: OF_ENTITIES,
};
