import { instantText } from '#client/instant-text';
import { instantOf, versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { visibleString } from '#components/ui/visible-text';

/** One end of a diff; a click goes there. */
export function MomentLabel({
  pin,
  replay,
  ordinal,
  onGo,
}: {
  pin: 'A' | 'B';
  replay: Replay;
  ordinal: number;
  onGo(ordinal: number): void;
}) {
  const zone = useZone();
  const { eventOf } = useWording();
  const event = useEvents(replay, [ordinal])(ordinal);
  const what =
    ordinal === 0
      ? 'before the first event'
      : event === null
        ? 'this event'
        : `event ${event.version}, ${visibleString(eventOf(event.type))}, ${instantText(instantOf(event, replay.axis), zone)}`;
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
      <span className="font-mono">{versionText(replay, ordinal)}</span>
    </button>
  );
}
