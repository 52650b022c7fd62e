/**
 * Where one event followed another: walked by the index of the later one's type, the newest first, as far as a page needs.
 */
import type { Queryable } from '../event-row.ts';
import { Binder } from '../search/binder.ts';
import type { ExamplesQuestion, FollowExamples, PlacedMention } from './catalogue-store.ts';
import { clockOn } from './counted-log.ts';

export async function followExamples(
  client: Queryable,
  { namespace, entityType, step, asOf, behind, limit }: ExamplesQuestion,
): Promise<FollowExamples> {
  const { bind, values } = new Binder();
  const term = (kind: string, text: string): string =>
    `(SELECT id FROM term WHERE namespace = ${bind(namespace, 'text')} AND kind = '${kind}' AND text = ${bind(text, 'text')})`;
  const conditions = [
    `k.entity_type_id = ${term('entityType', entityType)}`,
    `k.type_id = ${term('type', 'event' in step ? step.event : (step.behind ?? step.before))}`,
  ];
  const hadCome = (event: string): string =>
    asOf === null ? 'true' : `${event}.${clockOn(asOf.axis)} <= ${bind(asOf.at, 'bigint')}`;
  conditions.push(hadCome('k'));
  if ('before' in step) {
    if (step.behind === null)
      conditions.push(asOf === null ? 'k.version = s.version' : noneBehind(hadCome('n')));
    else if (step.before === null) conditions.push('k.version = 1');
    else conditions.push(`p.type = ${bind(step.before, 'text')}`, hadCome('p'));
  }
  if (behind !== null)
    conditions.push(
      `(k.recorded_at, k.position) < (${bind(behind.at, 'bigint')}, ${bind(behind.position, 'bigint')})`,
    );
  const { rows } = await client.query<PlacedMention & { readonly gap: bigint | null }>(
    `SELECT k.position, k.version, s.entity_type AS "entityType", s.entity_id AS "entityId", e.type, b.actor,
       k.recorded_at AS "recordedAt", k.occurred_at AS "occurredAt", k.occurred_at - p.occurred_at AS gap
     FROM searchable_event k JOIN stream s ON s.id = k.stream_id JOIN event e ON e.position = k.position
     JOIN event_body b ON b.position = k.position
     LEFT JOIN event p ON p.stream_id = k.stream_id AND p.version = k.version - 1
     WHERE ${conditions.join(' AND ')}
     ORDER BY k.recorded_at DESC, k.position DESC LIMIT ${bind(limit + 1, 'integer')}`,
    values,
  );
  return { events: rows.slice(0, limit), isMore: rows.length > limit };
}

/** Whatever had not come by then is not there yet. */
const noneBehind = (hadCome: string): string =>
  `NOT EXISTS (SELECT FROM event n WHERE n.stream_id = k.stream_id AND n.version = k.version + 1 AND ${hadCome})`;

export async function placedMentions(
  client: Queryable,
  namespace: string,
  positions: readonly bigint[],
): Promise<readonly PlacedMention[]> {
  const { rows } = await client.query<PlacedMention>(
    `SELECT e.position, e.version, s.entity_type AS "entityType", s.entity_id AS "entityId", e.type, b.actor,
       e.recorded_at AS "recordedAt", e.occurred_at AS "occurredAt"
     FROM event e JOIN event_body b ON b.position = e.position JOIN stream s ON s.id = e.stream_id
     WHERE e.position = ANY($2::bigint[]) AND s.namespace = $1 ORDER BY e.position`,
    [namespace, [...positions]],
  );
  return rows;
}
