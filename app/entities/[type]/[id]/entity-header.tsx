import { memo, type ReactNode, useMemo } from 'react';
import type { EntityName } from '#client/entity-href';
import { type Place, usePlace } from '#client/moving-place';
import { isFar } from '#client/near-events';
import { playheadTime } from '#client/playhead-time';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useFollow } from '#client/use-follow';
import { useSame } from '#client/use-same';
import { AppHeader } from '#components/shell/app-header';
import { PlayheadTime } from '#components/shell/playhead-time';
import { ZoneSelect } from '#components/shell/zone-select';
import { type Axis, clockOf } from '#core';
import { type AppTime, appTimeParams } from '#wire';
import { AsOfBar } from './as-of-bar.tsx';
import { AxisSelect } from './axis-select.tsx';
import { BesideLink } from './beside-link.tsx';
import { EntityTitle } from './entity-title.tsx';

export interface EntityHeaderProps {
  readonly entity: EntityName;
  readonly namespaces: readonly string[];
  readonly replay: Replay;
  /** Of the axis that is asked for, which may still be on its way. */
  readonly axis: Axis;
  readonly loading: boolean;
  onAxis(axis: Axis): void;
  readonly place: Place;
  /** The moment as the address has it. */
  readonly at: string | null;
  /** That times are written in, as the address has it. */
  readonly zone: string | null;
  onZone(zone: string | null): void;
  onNow(): void;
  onTime(time: AppTime): void;
  /** What stands at the end of the row. */
  readonly children: ReactNode;
}

/** Which entity, on which axis, as of when; while the playhead moves far, a little behind it. */
export const EntityHeader = memo(function EntityHeader({ place, at, ...others }: EntityHeaderProps) {
  const ordinal = usePlace(place);
  // What the address says is not said of a moment on the way to another.
  const said = ordinal === place.committed ? at : null;
  const moment = useMemo(() => ({ ordinal, at: said }), [ordinal, said]);
  const told = useFollow(moment, isFarMoment);
  return <HeaderAt {...others} ordinal={Math.min(told.ordinal, others.replay.length)} at={told.at} />;
});

const isFarMoment = (shown: Moment, next: Moment): boolean => isFar(shown.ordinal, next.ordinal);

interface Moment {
  readonly ordinal: number;
  readonly at: string | null;
}

const HeaderAt = memo(function HeaderAt({
  entity,
  namespaces,
  replay,
  axis,
  loading,
  onAxis,
  zone,
  onZone,
  onTime,
  children,
  ...asOf
}: Omit<EntityHeaderProps, 'place'> & Moment) {
  const event = useEvents(replay, [asOf.ordinal])(asOf.ordinal);
  // Offsets are those of the moment on screen.
  const instant =
    event === null ? (replay.outline.segments.at(-1)?.clock ?? 0n) : clockOf(event, replay.axis);
  const time = playheadTime(asOf.at, event && clockOf(event, replay.axis), axis, zone);
  const carried = useSame(appTimeParams(time));
  return (
    <AppHeader {...{ namespaces, carried }} namespace={entity.namespace} section="entities">
      <EntityTitle entity={entity} events={replay.length} />
      <BesideLink {...{ entity, replay, zone }} ordinal={asOf.ordinal} />
      <AsOfBar replay={replay} {...asOf}>
        <PlayheadTime page={{ time: { ...time, axis }, path: '', kept: [], refused: null }} onTime={onTime} />
        <ZoneSelect zone={zone} at={instant} onZone={onZone} />
        <AxisSelect axis={axis} loading={loading} onAxis={onAxis} />
      </AsOfBar>
      {children}
    </AppHeader>
  );
});
