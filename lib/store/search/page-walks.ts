/**
 * The first so many rows of a page, to be looked up one after the other, by the way that reads least before the page is full.
 *
 * Law: a page has the same events whichever way leads to it.
 */
import { isOfMark, type Query, type Term, termsOf } from '#core';
import type { Queryable } from '../event-row.ts';
import type { Binder } from './binder.ts';
import { compiled } from './condition.ts';
import type { FoundPageQuery } from './event-search.ts';
import type { WalkedCondition } from './found-by.ts';
import type { Names } from './names.ts';
import { orderOf, placeOf } from './page-order.ts';
import { isKnownTo } from './types-without.ts';
import { keysOf } from './value-condition.ts';

export interface PageWalk {
  /** Selects the rows `k`, or of them as much as {@link within} and the page ask for. */
  rows(binder: Binder): string;
  /** Selects a row where there are others behind them. */
  more(binder: Binder): string;
  /** What is left to be looked up for each. */
  within(binder: Binder): string;
  readonly order: string;
}

const WALKED = 8_000;
/** Each is a row that lies by itself; where all are of the namespace, a page needs no more than it shows. */
const WALKED_VALUES = 1_000;

/** Where one did not fill the page, the next is tried. */
export async function pageWalks(
  from: Queryable,
  asked: FoundPageQuery,
  walked: WalkedCondition,
  isFew: boolean,
): Promise<readonly PageWalk[]> {
  const ofValue = await walkOfValue(from, asked, walked);
  const ofTypes = isFew ? null : walkOfTypes(asked, walked);
  const ofRows = ofTypes ?? walkOfRows(asked, walked, isFew);
  return ofValue === null ? [ofRows] : [ofValue, ofRows];
}

function walkOfRows(asked: FoundPageQuery, walked: WalkedCondition, isFew: boolean): PageWalk {
  const order = orderOf(asked, isFew);
  const select = (what: string, binder: Binder): string => {
    const of = `${walked.ofRow(binder, asked.sort)}${placeOf(asked, binder.bind, isFew)}`;
    return `SELECT ${what} FROM searchable_event k WHERE ${of} ORDER BY ${order}`;
  };
  return {
    rows: (binder) => `${select('k.*', binder)} LIMIT ${WALKED}`,
    more: (binder) => `${select('', binder)} OFFSET ${WALKED} LIMIT 1`,
    within: walked.within,
    order,
  };
}

const isRecorded = (member: Query): boolean => member.kind === 'time' && member.axis === 'recorded';

/** More are not worth a plan that looks into an index for each of them. */
const MOST_TYPES = 50;

/**
 * Type by type, out of the index that has the events of each in the order of the recorded clock, merged: where only some types can have what is looked
 * for in payloads. No row need be read to know that it is none of theirs. null: it is not known, or asked of the rows themselves.
 */
function walkOfTypes(asked: FoundPageQuery, walked: WalkedCondition): PageWalk | null {
  const { parts, sight, without } = walked;
  const isInIndex = asked.sort === 'recorded' && parts.ofRow.every(isRecorded) && asksByPlace(parts.within);
  const known = without.filter((types) => isKnownTo(types, sight));
  if (!isInIndex || known.length === 0) return null;
  const isWithout = new Set(known.flatMap(({ ids }) => ids));
  const types = (known[0]?.others ?? []).filter(
    ({ id, isOwn }) => !isWithout.has(id) && (sight.hasOwn || !isOwn),
  );
  if (types.length === 0 || types.length > MOST_TYPES) return null;
  const order = orderOf(asked);
  const select = (binder: Binder): string => {
    const { bind } = binder;
    const ofAll = `${sight.within(bind, true)}${timesOf(asked, walked, bind)}${placeOf(asked, bind)}`;
    const runs = types.map(
      ({ id }) => `(SELECT k.type_id, k.recorded_at, k.position FROM searchable_event k
        WHERE k.type_id = ${bind(id, 'integer')} AND ${ofAll} ORDER BY ${order} LIMIT ${WALKED + 1})`,
    );
    return `SELECT k.* FROM (${runs.join(' UNION ALL ')}) k ORDER BY ${order}`;
  };
  return {
    rows: (binder) => `${select(binder)} LIMIT ${WALKED}`,
    more: (binder) => `${select(binder)} OFFSET ${WALKED} LIMIT 1`,
    within: walked.within,
    order,
  };
}

/** Terms that a position and a type are enough for to be looked up. */
const BY_PLACE: ReadonlySet<Term['kind']> = new Set(['path', 'set', 'payload', 'text']);

const asksByPlace = (members: readonly Query[]): boolean =>
  members.every((member) => termsOf(member).every((term) => BY_PLACE.has(term.kind) || isOfMark(term)));

/**
 * Out of the index of what fields were set to, which has the events of a value in the order of the log: as far as the recorded clock of the namespace
 * ran in that order, it is that of the page. null: more is asked for than one value of one field, or the order is another.
 */
async function walkOfValue(
  from: Queryable,
  asked: FoundPageQuery,
  walked: WalkedCondition,
): Promise<PageWalk | null> {
  const { parts, names, sight } = walked;
  const given = parts.ofRow.every(isRecorded) ? givenValue(parts.within, names) : null;
  const { namespaceId } = sight;
  if (given === null || asked.sort === 'occurred' || namespaceId === null || sight.hasOwn) return null;
  const asksForTimes = asked.sort === 'recorded' || parts.ofRow.length > 0;
  const behind = asksForTimes ? await lastBehind(from, namespaceId) : 0n;
  if (behind > 0n && asked.direction === 'asc') return null;
  const order = `position ${asked.direction}`;
  const entries = ({ bind }: Binder): string => {
    const known = `c.position > ${bind(behind, 'bigint')} AND c.position <= ${bind(sight.searchedTo, 'bigint')}`;
    const within = `${known}${boundsOf(asked, walked, namespaceId, bind)}`;
    const runs = given.keys.map(
      (key) => `(SELECT c.position FROM change c WHERE c.path_id = ${bind(given.path, 'integer')}
        AND c.value_key = ${bind(key, 'bigint')} AND ${within} ORDER BY c.${order} LIMIT ${WALKED_VALUES + 1})`,
    );
    return `SELECT c.position FROM (${runs.join(' UNION ALL ')}) c ORDER BY c.${order}`;
  };
  return {
    // The position of the entry, whose order the planner knows.
    rows: (binder) => `SELECT c.position, k.type_id FROM (${entries(binder)} LIMIT ${WALKED_VALUES}) c
      CROSS JOIN LATERAL (SELECT * FROM searchable_event WHERE position = c.position OFFSET 0) k
      WHERE ${walked.ofRow(binder)}${placeOf(asked, binder.bind)}`,
    // What is behind the last one that is out of order is in no order that is known.
    more: (binder) => (behind > 0n ? 'SELECT 1' : `${entries(binder)} OFFSET ${WALKED_VALUES} LIMIT 1`),
    within: () => 'true',
    order: `k.${order}`,
  };
}

/** What an event gave to one field; null: that is not all that is asked for. */
function givenValue(
  [member, ...others]: readonly Query[],
  names: Names,
): { readonly path: number; readonly keys: readonly bigint[] } | null {
  if (others.length > 0 || member?.kind !== 'set' || member.op !== '=' || member.value.kind === 'pattern')
    return null;
  const [path, ...more] = names.paths.get(member) ?? [];
  // An event gives a field one value: where several fields are meant it would be met several times.
  if (path === undefined || more.length > 0) return null;
  return { path: Number(path), keys: keysOf(member.value) };
}

async function lastBehind(from: Queryable, namespaceId: number): Promise<bigint> {
  const { rows } = await from.query<{ position: bigint }>(
    'SELECT last_behind AS position FROM recorded_order WHERE namespace_id = $1',
    [namespaceId],
  );
  return rows[0]?.position ?? 0n;
}

/** Between which positions the page and the times that are asked for lie, so that no entry outside of them is looked up. */
function boundsOf(
  asked: FoundPageQuery,
  walked: WalkedCondition,
  namespaceId: number,
  bind: Binder['bind'],
): string {
  const isOfLog = asked.sort === 'position';
  const within = `${timesOf(asked, walked, bind)}${isOfLog ? '' : placeOf(asked, bind)}`;
  const end = (direction: 'asc' | 'desc'): string => `(SELECT k.position FROM searchable_event k
    WHERE k.namespace_id = ${bind(namespaceId, 'integer')} AND NOT k.is_own${within}
    ORDER BY k.recorded_at ${direction}, k.position ${direction} LIMIT 1)`;
  const ends = within === '' ? '' : ` AND c.position BETWEEN ${end('asc')} AND ${end('desc')}`;
  if (!isOfLog || asked.after === null) return ends;
  return ` AND c.position ${asked.direction === 'asc' ? '>' : '<'} ${bind(asked.after.position, 'bigint')}${ends}`;
}

/** What is asked of the recorded clock, as a condition that goes on from another one. */
function timesOf(
  { namespace }: FoundPageQuery,
  { parts, names }: WalkedCondition,
  bind: Binder['bind'],
): string {
  return parts.ofRow.map((member) => ` AND ${compiled(member, { namespace, names, bind })}`).join('');
}
