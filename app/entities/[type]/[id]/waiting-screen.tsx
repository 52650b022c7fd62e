'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { type Building, type BuildingWanted, useBuilding } from '#client/use-building';
import { BuildingFailure } from './building-failure.tsx';
import { BuildingProgress } from './building-progress.tsx';
import { WaitingHeader } from './waiting-header.tsx';

/** In the place of an entity whose history is being built: how far that is, and then the entity. */
export function WaitingScreen({
  wanted,
  events,
  namespaces,
  first,
}: {
  wanted: BuildingWanted;
  /** How many the entity has. */
  events: number;
  namespaces: readonly string[];
  /** When the page was answered. */
  first: Building;
}) {
  const { building, isAway } = useBuilding(wanted, first);
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const read = () => startReading(() => router.refresh());
  const isBuilt = building.what === 'built';
  useEffect(() => {
    if (isBuilt && !reading) startReading(() => router.refresh());
  }, [isBuilt, reading, router]);
  return (
    <div className="flex min-h-dvh flex-col">
      <WaitingHeader entity={wanted.entity} axis={wanted.axis} events={events} namespaces={namespaces} />
      <main id="content" aria-busy={building.what !== 'failed'} className="pt-[12vh]">
        {building.what === 'failed' ? (
          <BuildingFailure problem={building.problem} trying={reading} onTry={read} />
        ) : (
          <BuildingProgress
            events={building.what === 'building' ? building.events : events}
            folded={building.what === 'building' ? building.folded : events}
            isAway={isAway}
          />
        )}
      </main>
    </div>
  );
}
