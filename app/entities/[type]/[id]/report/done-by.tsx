import { VisibleText } from '#components/ui/visible-text';
import type { EventHeader } from '#core';
import { PaperTime } from './report-zone.tsx';

/** Who did it and when, small behind the words. */
export function DoneBy({ event }: { event: EventHeader }) {
  return (
    <span className="text-ink-2 text-sm">
      {' '}
      · event {event.version.toLocaleString('en')}, <VisibleText text={event.actor ?? 'nobody named'} />,{' '}
      <PaperTime micros={event.recordedAt} />
    </span>
  );
}
