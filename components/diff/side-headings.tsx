import { instantText } from '#client/instant-text';
import { instantOf, versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useWording } from '#client/wording/use-wording';
import { useZone } from '#client/zone';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** Above two columns: which moment each of them is. */
export function SideHeadings({ replay, a, b }: { replay: Replay; a: number; b: number }) {
  const peek = useEvents(replay, [a, b]);
  const zone = useZone();
  const { eventOf } = useWording();
  const side = (pin: string, ordinal: number) => {
    const event = peek(ordinal);
    return (
      <p className="flex min-w-0 items-baseline gap-1.5 px-2 py-1 text-ink-3 leading-[18px]">
        <strong className="font-medium text-ink">{pin}</strong>
        <span className="min-w-0 flex-1">
          {/* What happened has a line of its own: beside the time there is no room for it. */}
          <span className="block truncate">
            {ordinal === 0 ? 'before the first event' : `after event ${versionText(replay, ordinal)}`}
            {event === null ? null : (
              <>
                {' · '}
                <span className="font-mono text-sm">{instantText(instantOf(event, replay.axis), zone)}</span>
              </>
            )}
          </span>
          {event === null ? null : <What type={eventOf(event.type)} actor={event.actor} />}
        </span>
      </p>
    );
  };
  return (
    <div
      data-testid="side-headings"
      className="hidden min-h-7 flex-none grid-cols-2 divide-x divide-line overflow-hidden border-line border-b @xl:grid"
    >
      {side('A', a)}
      {side('B', b)}
    </div>
  );
}

function What({ type, actor }: { type: string; actor: string | null }) {
  const what = `${type}${actor === null ? '' : ` by ${actor}`}`;
  return (
    <span className="block truncate text-ink-2" title={visibleString(what)}>
      <VisibleText text={what} />
    </span>
  );
}
