import { VisibleText } from '#components/ui/visible-text';
import type { EventHeader } from '#core';
import { PaperTime } from './report-zone.tsx';

/** Which event it was, who caused it and when it was recorded. */
export function EventMention({ event }: { event: EventHeader }) {
  return (
    <>
      <b className="font-medium">#{event.version}</b> <VisibleText text={event.actor ?? 'nobody named'} />
      <br />
      <span className="print:whitespace-nowrap sm:whitespace-nowrap text-ink-2">
        <PaperTime micros={event.recordedAt} />
      </span>
    </>
  );
}
