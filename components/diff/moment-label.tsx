import { instantText } from '#client/instant-text';
import { visibleString } from '#components/ui/visible-text';
import type { History } from '#core';

/** One end of a diff; a click goes there. */
export function MomentLabel({
  pin,
  history,
  ordinal,
  onGo,
}: {
  pin: 'A' | 'B';
  history: History;
  ordinal: number;
  onGo(ordinal: number): void;
}) {
  const event = ordinal === 0 ? null : history.event(ordinal);
  const what =
    event === null
      ? 'before the first event'
      : `event ${event.version}, ${visibleString(event.type)}, ${instantText(history.axis === 'recorded' ? event.recordedAt : event.occurredAt)}`;
  return (
    <button
      type="button"
      title={`Go to ${what}`}
      onClick={() => onGo(ordinal)}
      className="inline-flex h-7 items-center gap-1.5 rounded-md px-1 hover:bg-sunken"
    >
      <span className="flex h-[18px] w-[18px] items-center justify-center rounded-sm border border-ink-2 font-mono font-semibold text-xs">
        {pin}
      </span>
      <span className="font-mono">{event === null ? 0 : event.version}</span>
    </button>
  );
}
