import { Columns3 } from 'lucide-react';
import type { EntityName } from '#client/entity-href';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { togetherHref } from '#client/together/together-href';
import { ButtonLink } from '#components/ui/button';
import { clockOf, formatInstant } from '#core';
import { DEFAULT_VIEW } from '#wire';

/** The way to the same moment of this entity and others, side by side. */
export function BesideLink({
  entity: { namespace, type, id },
  replay,
  ordinal,
  zone,
}: {
  entity: EntityName;
  replay: Replay;
  ordinal: number;
  /** That times are written in, as the address has it. */
  zone: string | null;
}) {
  const event = useEvents(replay, [ordinal])(ordinal);
  const at = event === null || ordinal === replay.length ? null : formatInstant(clockOf(event, replay.axis));
  const { scale, a, b } = DEFAULT_VIEW;
  const href = togetherHref({
    namespace,
    entities: [{ type, id }],
    at,
    axis: replay.axis,
    a,
    b,
    pane: 'state',
    scale,
    zone,
  });
  return (
    <ButtonLink
      href={href}
      look="quiet"
      aria-label="Open beside other entities"
      title="Open beside other entities, at this moment"
    >
      <Columns3 aria-hidden size={15} />
    </ButtonLink>
  );
}
