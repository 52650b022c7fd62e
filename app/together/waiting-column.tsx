import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { type Building, useBuilding } from '#client/use-building';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { Axis } from '#core';
import { BuildingFailure } from '../entities/[type]/[id]/building-failure.tsx';
import { BuildingProgress } from '../entities/[type]/[id]/building-progress.tsx';
import type { OpenedEntity } from './opened-entity.ts';

interface WaitingColumnProps {
  readonly opened: OpenedEntity;
  readonly axis: Axis;
  onRemove(): void;
}

/** In the place of an entity that cannot be shown: why, and what to do. */
export function WaitingColumn({ opened, axis, onRemove }: WaitingColumnProps) {
  const { type, id } = opened.entity;
  const router = useRouter();
  const [trying, startTrying] = useTransition();
  const read = () => startTrying(() => router.refresh());
  return (
    <section
      aria-label={visibleString(`${type} ${id}`)}
      className="min-h-0 min-w-0 overflow-y-auto bg-surface"
    >
      {opened.what === 'missing' ? (
        <EmptyState title="No event names this entity">
          <p className="[overflow-wrap:anywhere]">
            Nothing in this namespace is called{' '}
            <span className="font-mono text-sm">
              <VisibleText text={`${type}/${id}`} />
            </span>
            .
          </p>
        </EmptyState>
      ) : null}
      {opened.what === 'failed' ? (
        <BuildingFailure problem={opened.problem} trying={trying} onTry={read} />
      ) : null}
      {opened.what === 'building' ? <Progress opened={opened} axis={axis} onBuilt={read} /> : null}
      <p className="flex justify-center pb-6">
        <Button look="outlined" onClick={onRemove}>
          Take it away
        </Button>
      </p>
    </section>
  );
}

function Progress({
  opened,
  axis,
  onBuilt,
}: {
  opened: OpenedEntity & { what: 'building' };
  axis: Axis;
  onBuilt(): void;
}) {
  const { entity, events, folded } = opened;
  const first: Building = { what: 'building', events, folded };
  const { building, isAway } = useBuilding({ entity, axis, upTo: null }, first);
  const isBuilt = building.what !== 'building';
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it is built is the trigger
  useEffect(() => {
    if (isBuilt) onBuilt();
  }, [isBuilt]);
  return (
    <BuildingProgress
      events={events}
      folded={building.what === 'building' ? building.folded : events}
      isAway={isAway}
    />
  );
}
