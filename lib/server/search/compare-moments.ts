/** What differs between two moments of a namespace, as we knew it. */
import { ok, type Result } from '#core';
import type { ComparedEntity, EntityMoment, FoundComparison } from '#store';
import type { App } from '../app.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { momentOfStore } from './moment-of-store.ts';

export interface ComparisonAsked {
  readonly namespace: string;
  /** Instants, `@position` or `latest`. */
  readonly from: string;
  readonly to: string;
  readonly after: { readonly entityType: string; readonly entityId: string } | null;
  readonly limit: number;
}

export interface Comparison extends Omit<FoundComparison, 'isMore'> {
  readonly next: ComparisonAsked['after'];
}

/** CS-110, CS-111, CS-112 for the moments. CS-322: it took too long. Where `from` is the later one, what appears is what had vanished. */
export async function compareMoments(
  _viewer: Viewer,
  app: Pick<App, 'store'>,
  { after, limit, ...asked }: ComparisonAsked,
): Promise<Result<Comparison>> {
  const moments = await momentsInOrder(app, asked);
  return moments.ok ? comparisonOf(app, asked.namespace, moments.value, { after, limit }) : moments;
}

export interface MomentsInOrder {
  readonly earlier: EntityMoment;
  readonly later: EntityMoment;
  /** They were asked for the other way round. */
  readonly isBackwards: boolean;
}

export async function momentsInOrder(
  app: Pick<App, 'store'>,
  asked: Pick<ComparisonAsked, 'from' | 'to'>,
): Promise<Result<MomentsInOrder>> {
  const from = await momentOfStore(app, asked.from);
  if (!from.ok) return from;
  const to = await momentOfStore(app, asked.to);
  if (!to.ok) return to;
  const isBackwards = isLater(from.value, to.value);
  const [earlier, later] = isBackwards ? [to.value, from.value] : [from.value, to.value];
  return ok({ earlier, later, isBackwards });
}

export async function comparisonOf(
  app: Pick<App, 'store'>,
  namespace: string,
  { earlier, later, isBackwards }: MomentsInOrder,
  page: Pick<ComparisonAsked, 'after' | 'limit'>,
): Promise<Result<Comparison>> {
  const found = await unlessTooSlow(async () =>
    ok(await app.store.compare({ namespace, from: earlier, to: later, ...page })),
  );
  if (!found.ok) return found;
  const { isMore, ...rest } = found.value;
  const last = rest.entities.at(-1);
  const next = isMore && last !== undefined ? { entityType: last.entityType, entityId: last.entityId } : null;
  return ok({ ...(isBackwards ? turned(rest) : rest), next });
}

/** Of an instant and a position nobody says which is later: they are taken as they were given. */
function isLater(one: EntityMoment, other: EntityMoment): boolean {
  if (one.at === 'head') return other.at !== 'head';
  if (one.at === 'instant') return other.at === 'instant' && one.instant > other.instant;
  return other.at === 'position' && one.position > other.position;
}

function turned(found: Omit<FoundComparison, 'isMore'>): Omit<FoundComparison, 'isMore'> {
  return {
    ...found,
    types: found.types.map((type) => ({ ...type, appeared: type.vanished, vanished: type.appeared })),
    entities: found.entities.map(
      (entity): ComparedEntity => ({
        ...entity,
        became: TURNED[entity.became],
        versionBefore: entity.versionAfter,
        versionAfter: entity.versionBefore,
      }),
    ),
  };
}

const TURNED = { appeared: 'vanished', vanished: 'appeared', changed: 'changed' } as const;
