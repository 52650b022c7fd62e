'use client';

import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useHandlers } from '#client/commands/handlers';
import type { PageTime } from '#client/page-time';
import { IconButton } from '#components/ui/button';
import { PartBoundary } from '#components/ui/part-boundary';
import type { AppTime } from '#wire';

/** Pages with a playhead have a time at once, and seldom need a form for another. */
const TimeDialog = dynamic(() => import('./time-dialog.tsx').then((loaded) => loaded.TimeDialog), {
  ssr: false,
});

/** The time of the app where a playhead says it: the same form, and the playhead goes to what is set there. */
export function PlayheadTime({ page, onTime }: { page: PageTime; onTime(time: AppTime): void }) {
  const [isOpen, setIsOpen] = useState(false);
  useHandlers({ appTime: () => setIsOpen(true) });
  return (
    <>
      <IconButton label="Set the time…" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <ChevronDown aria-hidden size={14} />
      </IconButton>
      <PartBoundary key={String(isOpen)}>
        {isOpen ? <TimeDialog {...{ page, onTime }} onClose={() => setIsOpen(false)} /> : null}
      </PartBoundary>
    </>
  );
}
