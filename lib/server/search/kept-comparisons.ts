/**
 * The last few comparisons of two moments, whole. Pages, filters and files of one are cut from it, and the store compares once.
 *
 * What is kept never becomes wrong: the moments are settled, and events that come in later lie behind the position that is known. One with
 * more entities than are kept is listed page by page by the store; its numbers are kept all the same.
 */
import { LruCache, ok, type Result } from '#core';
import { type ComparedMoments, type FoundComparison, STORE_LIMITS, type Store } from '#store';
import { unlessTooSlow } from '../unless-too-slow.ts';

export type SettledMoments = Pick<ComparedMoments, 'namespace' | 'from' | 'to' | 'known'>;

const COMPARISONS = 6;

export class KeptComparisons {
  private readonly kept = new LruCache<Promise<Result<FoundComparison>>>(COMPARISONS);

  /** `mostEntities`: so many are kept of each, and never more than the store lists at once. */
  constructor(
    private readonly store: Pick<Store, 'compare'>,
    private readonly mostEntities: number = STORE_LIMITS.comparedEntities,
  ) {}

  /** Its numbers, and its first entities, of which `isMore` says whether they are all. CS-322: it took too long. */
  whole(moments: SettledMoments): Promise<Result<FoundComparison>> {
    const key = keyOf(moments);
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const all = { became: null, entityType: null, after: null, limit: this.mostEntities };
    const asked = unlessTooSlow(async () => ok(await this.store.compare({ ...moments, ...all })));
    this.kept.set(key, asked, 1);
    const forget = (): void => this.kept.delete(key);
    asked.then((found) => found.ok || forget(), forget);
    return asked;
  }
}

function keyOf({ namespace, from, to, known }: SettledMoments): string {
  const text = (moment: SettledMoments['from']): string =>
    moment.at === 'instant' ? `${moment.instant}` : `@${moment.position}`;
  return JSON.stringify([namespace, text(from), text(to), String(known)]);
}
