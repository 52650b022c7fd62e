/** What differs between two moments of a namespace, as we knew it. */
import { ok, type Result } from '#core';
import type { ComparedEntity, EntityMoment, FoundComparison } from '#store';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import type { SettledMoments } from './kept-comparisons.ts';
import { momentOfStore } from './moment-of-store.ts';

export interface ComparisonAsked extends ComparisonPage {
  readonly namespace: string;
  /** Instants, `@position` or `latest`. Either may be the earlier one. */
  readonly from: string;
  readonly to: string;
}

export interface ComparisonPage {
  /** Only entities of which this became are listed; null: all. */
  readonly became: ComparedEntity['became'] | null;
  /** Only entities of this type are listed; null: all. */
  readonly entityType: string | null;
  readonly after: { readonly entityType: string; readonly entityId: string } | null;
  readonly limit: number;
}

export const WHOLE_LIST = { became: null, entityType: null } as const;

export interface Comparison extends Omit<FoundComparison, 'isMore'> {
  /** How many entities the list has on all its pages. */
  readonly listed: number;
  readonly next: ComparisonPage['after'];
  /** Up to where the log was looked at: as far as events are searchable and what they changed is known. */
  readonly changedTo: bigint;
  /** The newest position of the log. */
  readonly head: bigint;
}

type Opened = Pick<App, 'store' | 'comparisons'>;

/** CS-110, CS-111, CS-112 for the moments. CS-322: it took too long. */
export async function compareMoments(
  _viewer: Viewer,
  app: Opened,
  { namespace, from, to, ...page }: ComparisonAsked,
): Promise<Result<Comparison>> {
  const moments = await settledMoments(app, { namespace, from, to });
  return moments.ok ? comparisonOf(app, moments.value, page) : moments;
}

/** Both as of what is known now; `latest` moves, and the position that it is does not. */
export async function settledMoments(
  app: Pick<App, 'store'>,
  asked: Pick<ComparisonAsked, 'namespace' | 'from' | 'to'>,
): Promise<Result<SettledMoments>> {
  const from = await momentOfStore(app, asked.from);
  if (!from.ok) return from;
  const to = await momentOfStore(app, asked.to);
  if (!to.ok) return to;
  const known = await knownPosition(app);
  const settled = (moment: EntityMoment) =>
    moment.at === 'head' ? ({ at: 'position', position: known } as const) : moment;
  return ok({ namespace: asked.namespace, from: settled(from.value), to: settled(to.value), known });
}

/** Of the two read models that are asked, the one that is further back. */
async function knownPosition({ store }: Pick<App, 'store'>): Promise<bigint> {
  const reached = await store.readModels.reached();
  const of = (name: string) => reached.find((model) => model.name === name)?.position ?? 0n;
  const [search, changes] = [of('search'), of('changes')];
  return search < changes ? search : changes;
}

export async function comparisonOf(
  { store, comparisons }: Opened,
  moments: SettledMoments,
  page: ComparisonPage,
): Promise<Result<Comparison>> {
  const whole = await comparisons.whole(moments);
  if (!whole.ok) return whole;
  const found = whole.value.isMore
    ? await unlessTooSlow(async () => ok(await store.compare({ ...moments, ...page })))
    : ok(pageOf(whole.value, page));
  if (!found.ok) return found;
  const head = await store.readModels.head();
  const last = found.value.entities.at(-1);
  const next =
    found.value.isMore && last !== undefined
      ? { entityType: last.entityType, entityId: last.entityId }
      : null;
  const { isMore: _, ...numbers } = whole.value;
  return ok({
    ...numbers,
    entities: found.value.entities,
    listed: listedIn(whole.value, page),
    next,
    changedTo: moments.known,
    head,
  });
}

function pageOf(
  { entities }: Pick<FoundComparison, 'entities'>,
  { became, entityType, after, limit }: ComparisonPage,
): Pick<FoundComparison, 'entities' | 'isMore'> {
  const rest = entities.filter(
    (entity) =>
      (became === null || entity.became === became) &&
      (entityType === null || entity.entityType === entityType) &&
      (after === null || isBehind(entity, after)),
  );
  return { entities: rest.slice(0, limit), isMore: rest.length > limit };
}

/** In the order of the store, which is that of the bytes. */
function isBehind(entity: ComparedEntity, after: NonNullable<ComparisonPage['after']>): boolean {
  const byType = inBytes(entity.entityType, after.entityType);
  return byType > 0 || (byType === 0 && inBytes(entity.entityId, after.entityId) > 0);
}

const inBytes = (one: string, other: string): number =>
  one === other ? 0 : Buffer.compare(Buffer.from(one), Buffer.from(other));

function listedIn(
  { types }: Pick<FoundComparison, 'types'>,
  { became, entityType }: Pick<ComparisonPage, 'became' | 'entityType'>,
): number {
  return types
    .filter((type) => entityType === null || type.entityType === entityType)
    .reduce(
      (sum, type) => sum + (became === null ? type.appeared + type.vanished + type.changed : type[became]),
      0,
    );
}
