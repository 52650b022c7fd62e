/** Names in the store that begin with what somebody has written so far. */
import type { Queryable } from '../event-row.ts';
import { isHoldable } from '../read-models/holdable-text.ts';
import type { NameKind } from './event-search.ts';
import { literalInLike } from './like-pattern.ts';

export async function namesThatStart(
  from: Queryable,
  namespace: string,
  kind: NameKind,
  starts: string,
  limit: number,
): Promise<readonly string[]> {
  if (!isHoldable(namespace) || !isHoldable(starts)) return [];
  const like = `${literalInLike(starts)}%`;
  const { rows } =
    kind === 'path'
      ? await from.query<{ text: string }>(
          'SELECT text FROM path WHERE text LIKE $1 ORDER BY text LIMIT $2',
          [like, limit],
        )
      : await from.query<{ text: string }>(
          'SELECT text FROM term WHERE namespace = $1 AND kind = $2 AND text LIKE $3 ORDER BY text LIMIT $4',
          [namespace, kind, like, limit],
        );
  return rows.map(({ text }) => text);
}
