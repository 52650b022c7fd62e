import { instantText } from '#client/instant-text';
import { VisibleText } from '#components/ui/visible-text';
import type { EventHeader } from '#core';

/** Which event it was, who caused it and when it was recorded. */
export function EventMention({ event }: { event: EventHeader }) {
  return (
    <>
      <b className="font-medium">#{event.version}</b> <VisibleText text={event.actor ?? 'nobody named'} />
      <br />
      <span className="print:whitespace-nowrap sm:whitespace-nowrap text-ink-2">
        {instantText(event.recordedAt)}
      </span>
    </>
  );
}
