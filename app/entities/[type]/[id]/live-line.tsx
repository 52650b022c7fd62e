'use client';

import { useRouter } from 'next/navigation';
import { memo, useTransition } from 'react';
import type { EntityName } from '#client/entity-href';
import { useLiveHead } from '#client/use-live-head';
import { NewEventsLine } from '#components/events/new-events-line';

/** Says what was appended while the page is open, and reads the page's document anew when asked; the address stays as it is. */
export const LiveLine = memo(function LiveLine({ entity, known }: { entity: EntityName; known: number }) {
  const newest = useLiveHead(entity, known);
  const router = useRouter();
  const [reading, startReading] = useTransition();
  return (
    <NewEventsLine
      count={newest - known}
      reading={reading}
      onShow={() => startReading(() => router.refresh())}
    />
  );
});
