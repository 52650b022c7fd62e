import type { ReactNode } from 'react';
import { clockText } from '#client/instant-text';
import type { ListedEvent } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { useZone } from '#client/zone';
import { Button } from '#components/ui/button';
import { type Axis, clockOf, parseMoment } from '#core';

/** The moment on screen in full, and the way back to now. */
export function AsOfBar({
  replay,
  ordinal,
  at,
  onNow,
  children,
}: {
  replay: Replay;
  ordinal: number;
  /** The moment as the address has it. */
  at: string | null;
  onNow(): void;
  /** What else says when: the zone and the axis. */
  children: ReactNode;
}) {
  // A moment that the address keeps stays when more comes, also where it shows the newest event.
  const isNow = ordinal === replay.length && (at === null || at === 'latest');
  const event = useEvents(replay, [ordinal])(ordinal);
  const zone = useZone();
  return (
    <section
      aria-label="As of"
      className="flex min-w-0 flex-wrap items-center max-md:order-last max-md:basis-full max-md:pb-2"
    >
      <div
        className={`flex min-h-8 min-w-0 flex-wrap items-center rounded-md border pl-2 ${isNow ? 'border-line-2' : 'border-now bg-now-soft'}`}
      >
        <p className="flex min-h-7 items-center gap-2 pr-1">
          <span className={`font-semibold ${isNow ? '' : 'text-now'}`}>As of</span>
          <span className="min-w-[24ch] font-mono text-sm">
            {momentText(event, replay.axis, ordinal, at, zone)}
          </span>
        </p>
        {children}
        <Button
          className="mx-0.5"
          disabled={isNow}
          onClick={onNow}
          title="Go to the newest event and stay there as more arrive"
        >
          Now
        </Button>
      </div>
    </section>
  );
}

/** An instant asked for is said as it was asked; otherwise the time of the event on this axis. */
function momentText(
  event: ListedEvent | null,
  axis: Axis,
  ordinal: number,
  at: string | null,
  zone: string,
): string {
  const asked = at === null ? null : parseMoment(at);
  if (asked?.ok && asked.value.kind === 'instant') return clockText(asked.value.at, zone);
  if (ordinal === 0) return 'before the first event';
  return event === null ? '…' : clockText(clockOf(event, axis), zone);
}
