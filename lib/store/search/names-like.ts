/** Names in the store to go on with from what somebody has written so far. */
import type { Queryable } from '../event-row.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import type { NameKind, RelationKind } from './event-search.ts';
import { literalInLike } from './like-pattern.ts';
import { payloadPathsLike } from './payload-shapes.ts';
import { relationIds } from './relation-ids.ts';

/** First those that begin so, which an index finds; then those that hold it, ASCII letters in either case. Each ascending; ids of relations the newest first. */
export async function namesLike(
  from: Queryable,
  namespace: string,
  kind: NameKind,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  if (!isHoldable(namespace) || !isHoldable(text)) return [];
  if (kind === 'correlation' || kind === 'causation') return relationIds(from, namespace, kind, text, limit);
  if (kind === 'payloadPath') return payloadPathsLike(from, namespace, text, limit);
  const beginning = await matching(from, namespace, kind, 'text LIKE', `${literalInLike(text)}%`, limit);
  if (beginning.length >= limit || text === '') return beginning;
  const within = `%${literalInLike(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()))}%`;
  const holding = await matching(from, namespace, kind, 'lower(text COLLATE "C") LIKE', within, limit);
  const known = new Set(beginning);
  return [...beginning, ...holding.filter((name) => !known.has(name))].slice(0, limit);
}

async function matching(
  from: Queryable,
  namespace: string,
  kind: Exclude<NameKind, 'payloadPath' | RelationKind>,
  matches: 'text LIKE' | 'lower(text COLLATE "C") LIKE',
  pattern: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } =
    kind === 'path'
      ? await from.query<{ text: string }>(
          `SELECT text FROM path WHERE ${matches} $1 ORDER BY text LIMIT $2`,
          [pattern, limit],
        )
      : await from.query<{ text: string }>(
          `SELECT text FROM term WHERE namespace = $3 AND kind = $4 AND ${matches} $1 ORDER BY text LIMIT $2`,
          [pattern, limit, namespace, kind],
        );
  return rows.map(({ text }) => text);
}
