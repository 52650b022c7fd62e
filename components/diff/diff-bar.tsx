import { ArrowLeftRight, LocateFixed, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Replay } from '#client/replay/replay';
import type { PinnedMoments } from '#client/replay/use-pins';
import { Button, IconButton } from '#components/ui/button';
import { MomentLabel } from './moment-label.tsx';

/** Which moments are compared, and what can be done with them. */
export function DiffBar({
  replay,
  pins,
  onPins,
  canFollow,
  onGo,
  lead,
}: {
  replay: Replay;
  pins: PinnedMoments;
  onPins(pins: PinnedMoments): void;
  readonly canFollow: boolean;
  onGo(ordinal: number): void;
  lead: ReactNode;
}) {
  const { a, b, bFollows } = pins;
  return (
    <div className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 max-sm:gap-x-1 max-sm:px-2 border-line border-b px-3 py-1">
      {lead}
      {a === null || b === null ? null : (
        <>
          <MomentLabel pin="A" replay={replay} ordinal={a} onGo={onGo} />
          <span aria-hidden className="text-ink-3 max-sm:hidden">
            →
          </span>
          <MomentLabel pin="B" replay={replay} ordinal={b} onGo={onGo} />
          <span className="flex-1" />
          {canFollow ? (
            <Button
              aria-pressed={bFollows}
              title="B goes where the playhead goes, so that everything is compared with A"
              onClick={() => onPins({ a, b, bFollows: !bFollows })}
            >
              <LocateFixed aria-hidden size={14} />
              <span className="@max-xl:sr-only">B follows</span>
            </Button>
          ) : null}
          <IconButton label="Exchange A and B" onClick={() => onPins({ a: b, b: a, bFollows: false })}>
            <ArrowLeftRight aria-hidden size={15} />
          </IconButton>
          <Button title="Clear pins" onClick={() => onPins({ a: null, b: null, bFollows: false })}>
            <X aria-hidden size={14} className="@xl:hidden" />
            <span className="@max-xl:sr-only">Clear pins</span>
          </Button>
        </>
      )}
    </div>
  );
}
