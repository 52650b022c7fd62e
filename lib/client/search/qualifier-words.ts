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

/** `state:` is left out: a search of events has no moment at which a state could be looked at. */
export const OFFERED_QUALIFIERS: readonly OfferedQualifier[] = [
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
