import { entityHref } from '#client/entity-href';
import { parseMoment } from '#core';
import type { EntitiesView } from '#wire';

/** The page of an entity at the moment of the list. At now it opens on the axis that is its own, unless another one was chosen. */
export function entityThenHref(
  { namespace, time }: EntitiesView,
  entity: { readonly entityType: string; readonly entityId: string; readonly known: number | null },
): string {
  const { asOf, axis, zone } = time;
  const moment = asOf === null ? null : parseMoment(asOf);
  // As things happened, a position says how much was known, and not when.
  const isKnown = axis === 'occurred' && moment?.ok && moment.value.kind === 'position';
  return entityHref(
    { namespace, type: entity.entityType, id: entity.entityId },
    {
      at: isKnown ? null : asOf,
      axis: asOf === null && axis === 'recorded' ? null : axis,
      upTo: isKnown ? entity.known : null,
      zone,
    },
  );
}
