import { instantText } from '#client/instant-text';
import { instantOf, versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { VisibleText } from '#components/ui/visible-text';

/** Above two columns: which moment each of them is. */
export function SideHeadings({ replay, a, b }: { replay: Replay; a: number; b: number }) {
  const peek = useEvents(replay, [a, b]);
  const zone = useZone();
  const { eventOf } = useWording();
  const side = (pin: string, ordinal: number) => {
    const event = peek(ordinal);
    return (
      <p className="flex min-w-0 items-center gap-1.5 px-2 text-ink-3">
        <strong className="font-medium text-ink">{pin}</strong>
        <span className="min-w-0 truncate">
          {ordinal === 0 ? 'before the first event' : `after event ${versionText(replay, ordinal)}`}
          {event === null ? null : (
            <>
              {' · '}
              <span className="font-mono text-sm">{instantText(instantOf(event, replay.axis), zone)}</span>
              {' · '}
              <VisibleText
                text={`${eventOf(event.type)}${event.actor === null ? '' : ` by ${event.actor}`}`}
              />
            </>
          )}
        </span>
      </p>
    );
  };
  return (
    <div className="hidden min-h-7 flex-none grid-cols-2 divide-x divide-line overflow-hidden border-line border-b @xl:grid">
      {side('A', a)}
      {side('B', b)}
    </div>
  );
}
