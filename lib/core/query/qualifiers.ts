/** The qualifiers of the language, as they stand before a colon, and which of them somebody may have meant. */
import type { NameField } from './query.ts';

export const QUALIFIERS = [
  'entity',
  'entity-type',
  'id',
  'type',
  'actor',
  'source',
  'correlation',
  'causation',
  'occurred',
  'recorded',
  'version',
  'position',
  'path',
  'set',
  'was',
  'state',
  'is',
] as const;

export type Qualifier = (typeof QUALIFIERS)[number];

/** What stands before a path in a payload; the one qualifier without a colon. */
export const PAYLOAD = 'payload.';

export function qualifierOf(text: string): Qualifier | null {
  return QUALIFIERS.find((qualifier) => qualifier === text) ?? null;
}

export function nameFieldOf(qualifier: Qualifier): NameField | null {
  return NAME_FIELDS.find(([name]) => name === qualifier)?.[1] ?? null;
}

export function qualifierOfName(field: NameField): Qualifier {
  const found = NAME_FIELDS.find(([, named]) => named === field);
  if (found === undefined) throw new TypeError(`No qualifier is of the field ${field}.`);
  return found[0];
}

/** The one that was evidently meant: spelled with at most two slips, or known elsewhere by that name. */
export function nearestQualifier(text: string): Qualifier | null {
  const word = text.toLowerCase();
  if (word.length < 2 || word.length > LONGEST) return null;
  const known = ELSEWHERE.get(word);
  if (known !== undefined) return known;
  const most = word.length < 4 ? 1 : 2;
  const near = QUALIFIERS.map((qualifier) => ({ qualifier, slips: slipsBetween(word, qualifier) }));
  const [best, next] = near.sort((one, other) => one.slips - other.slips);
  if (best === undefined || best.slips > most || best.slips === next?.slips) return null;
  return best.qualifier;
}

const NAME_FIELDS: readonly (readonly [Qualifier, NameField])[] = [
  ['entity-type', 'entityType'],
  ['id', 'entityId'],
  ['type', 'type'],
  ['actor', 'actor'],
  ['source', 'source'],
  ['correlation', 'correlation'],
  ['causation', 'causation'],
];

const LONGEST = 14;

/** What others write for times on one side of an instant. */
export function comparingTimes(text: string): string | null {
  return COMPARING.get(text.toLowerCase()) ?? null;
}

const COMPARING: ReadonlyMap<string, string> = new Map([
  ['before', 'recorded:<'],
  ['until', 'recorded:<='],
  ['after', 'recorded:>'],
  ['since', 'recorded:>='],
]);

/** What others call the same. */
const ELSEWHERE: ReadonlyMap<string, Qualifier> = new Map([
  ['user', 'actor'],
  ['by', 'actor'],
  ['event', 'type'],
  ['field', 'path'],
  ['changed', 'path'],
  ['kind', 'type'],
  ['when', 'recorded'],
  ['stream', 'entity'],
  ['entitytype', 'entity-type'],
  ['entityid', 'id'],
  ['correlationid', 'correlation'],
  ['causationid', 'causation'],
  ['occurredat', 'occurred'],
  ['recordedat', 'recorded'],
]);

/** Units to insert, remove, replace or swap with their neighbour (Damerau, 1964; the restricted distance). */
function slipsBetween(one: string, other: string): number {
  let above: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (above[j - 2] ?? 0) + 1);
      next.push(least);
    }
    above = row;
    row = next;
  }
  return row[other.length] ?? 0;
}
