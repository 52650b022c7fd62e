import { GitCompareArrows } from 'lucide-react';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import type { PinnedMoments } from '#client/replay/use-pins';
import { Button } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';

/** A diff needs two moments: what they are, and those that are most often meant. */
export function PinsMissing({
  replay,
  ordinal,
  pins,
  onPins,
}: {
  replay: Replay;
  ordinal: number;
  pins: PinnedMoments;
  onPins(pins: PinnedMoments): void;
}) {
  const here =
    ordinal === 0 ? 'here, before the first event' : `event ${versionText(replay, ordinal)}, where you are`;
  useEvents(replay, [ordinal]);
  const one = pins.a !== null ? 'A' : pins.b !== null ? 'B' : null;
  const set = (a: number | null, b: number | null, bFollows = false) => onPins({ a, b, bFollows });
  return (
    <EmptyState
      title={one === null ? 'Pin two moments to compare' : `${one} is set; pin the other moment`}
      icon={<GitCompareArrows size={24} />}
    >
      <p>
        A is the state before, B the state after. Move the playhead and pin where it stands
        <span className="max-sm:hidden">, here or with the keys A and B</span>:
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {one === null ? (
          <>
            <Button look="solid" onClick={() => set(ordinal, null)}>
              Pin A here
            </Button>
            <Button look="solid" onClick={() => set(null, ordinal)}>
              Pin B here
            </Button>
          </>
        ) : (
          <Button look="solid" onClick={() => (one === 'A' ? set(pins.a, ordinal) : set(ordinal, pins.b))}>
            Pin {one === 'A' ? 'B' : 'A'} to {here}
          </Button>
        )}
        {ordinal === 0 ? null : (
          <Button look="outlined" onClick={() => set(ordinal - 1, ordinal)}>
            What this event changed
          </Button>
        )}
        {ordinal <= 1 ? null : (
          <Button look="outlined" onClick={() => set(1, ordinal)}>
            First event to here
          </Button>
        )}
        {ordinal === replay.length ? null : (
          <Button look="outlined" onClick={() => set(ordinal, replay.length)}>
            Here to the newest
          </Button>
        )}
        <Button
          look="outlined"
          title="B goes where the playhead goes"
          onClick={() => set(pins.a ?? ordinal, ordinal, true)}
        >
          {pins.a === null ? 'Here to wherever you go' : 'A to wherever you go'}
        </Button>
      </div>
    </EmptyState>
  );
}
