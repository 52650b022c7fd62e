/** How the face that is chosen says fields and values of the entity on screen. */
import { pointerSteps, pointerWords, stepText } from '../pointer-words.ts';
import { valueText } from '../value-words.ts';
import type { Face } from './face.ts';
import { type EntityLabels, humanised, humanisedType, labelOfPath } from './labels.ts';
import { moneyText } from './money-text.ts';

export interface Wording {
  readonly face: Face;
  /** A field by its whole path. */
  nameOf(path: string): string;
  /** The label of a field, null where none is said. */
  labelOf(path: string): string | null;
  /** A field under its container; `step` is the last step of the path. */
  stepOf(path: string, step: string): string;
  /** A leaf, from its JSON text. */
  valueOf(json: string): string;
  /** How much is in an object or a list whose members are told by themselves. */
  sizeOf(kind: 'object' | 'array', size: number): string;
  /** Everything at and below a field, from its JSON text. */
  wholeOf(path: string, json: string): string;
  typeOf(entityType: string): string;
  /** A type of event. */
  eventOf(type: string): string;
  /** How early a sentence names a field: those that the configuration names come first and in its order, all others are alike. */
  rankOf(path: string): number;
  /** Objects that a sentence says as an amount of money. */
  readonly money: EntityLabels['money'];
}

export function wordingOf(face: Face, labels: EntityLabels): Wording {
  const ranks = new Map(labels.fields.map(([pattern], place) => [pattern, place]));
  const rankOf = (path: string) => ranks.get(path) ?? ranks.size;
  if (face === 'developer')
    return {
      face,
      nameOf: pointerWords,
      labelOf: () => null,
      stepOf: (_, step) => stepText(step),
      valueOf: (json) => json,
      sizeOf: (kind, size) =>
        kind === 'array' ? `[${size.toLocaleString('en')}]` : `{${size.toLocaleString('en')}}`,
      wholeOf: (_, json) => json,
      typeOf: (type) => type,
      eventOf: (type) => type,
      rankOf,
      money: [],
    };
  const events = new Map(labels.events);
  const stepOf = (path: string, step: string) => labelOfPath(labels, path) ?? stepText(humanised(step));
  return {
    face,
    nameOf: (path) => nameOf(labels, path, stepOf),
    labelOf: (path) => exactLabel(labels, path),
    stepOf,
    valueOf: plainValue,
    sizeOf: plainSize,
    wholeOf: (path, json) => moneyText(labels.money, path, json) ?? plainValue(json),
    typeOf: (type) => labels.label ?? humanisedType(type),
    eventOf: (type) => events.get(type) ?? humanisedType(type),
    rankOf,
    money: labels.money,
  };
}

/** A label of its own says it all, except below a list, where it has to be told which element is meant. */
function nameOf(labels: EntityLabels, path: string, stepOf: (path: string, step: string) => string): string {
  const own = exactLabel(labels, path);
  if (own !== null) return own;
  const steps = pointerSteps(path);
  if (steps.length === 0) return pointerWords(path);
  const raw = path.split('/');
  return steps.map((step, place) => stepOf(raw.slice(0, place + 2).join('/'), step)).join(' › ');
}

function exactLabel({ fields }: EntityLabels, path: string): string | null {
  return fields.find(([pattern]) => pattern === path)?.[1] ?? null;
}

/** Words and signs of JSON that have better ones; numbers keep every digit. */
const PLAIN: Readonly<Record<string, string>> = {
  null: 'none',
  true: 'yes',
  false: 'no',
  '{}': 'empty',
  '[]': 'empty',
};

const plainValue = (json: string): string => PLAIN[json] ?? valueText(json);

function plainSize(kind: 'object' | 'array', size: number): string {
  const [one, many] = kind === 'array' ? ['entry', 'entries'] : ['field', 'fields'];
  return `${size.toLocaleString('en')} ${size === 1 ? one : many}`;
}

/** For a tooltip: a type of event in words with the exact one behind it, where they differ. */
export function eventTitle({ eventOf }: Pick<Wording, 'eventOf'>, type: string): string {
  const words = eventOf(type);
  return words === type ? type : `${words} (${type})`;
}
