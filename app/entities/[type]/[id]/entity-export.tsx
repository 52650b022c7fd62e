import { Download } from 'lucide-react';
import type { EntityName } from '#client/entity-href';
import type { ExportMoment } from '#client/export-link';
import { versionAt } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useEvents } from '#client/replay/use-events';
import { ExportMenu } from '#components/export/export-menu';
import { Button } from '#components/ui/button';
import type { View } from '#wire';

/** The export of what is on screen at rest: its moment, its pins, its filter. */
export function EntityExport({
  entity,
  replay,
  view,
  ordinal,
  a,
  b,
}: {
  entity: EntityName;
  replay: Replay;
  view: View;
  ordinal: number;
  /** Ordinals of the pins; null where one is not set. */
  a: number | null;
  b: number | null;
}) {
  // On the recorded axis a version is a place, and nothing has to be asked for it.
  const asked = replay.axis === 'recorded' ? [] : [ordinal, a, b, replay.length].filter(isEvent);
  useEvents(replay, asked);
  const [at, pinA, pinB, newest] = [ordinal, a, b, replay.length].map((place) => momentOf(replay, place));
  const isComing = (moment: ExportMoment | null | undefined, place: number | null) =>
    place !== null && (moment ?? null) === null;
  // On the occurred axis a version is known once its header has come; another one would be another question.
  if (!at || !newest || isComing(pinA, a) || isComing(pinB, b))
    return (
      <div>
        <Button look="outlined" disabled>
          <Download aria-hidden size={14} />
          <span className="max-2xl:sr-only">Export</span>
        </Button>
      </div>
    );
  return (
    <ExportMenu
      {...{ entity, view, at, newest }}
      pins={pinA && pinB ? { a: pinA, b: pinB } : null}
      axis={replay.axis}
      known={replay.length}
      filter={view.filter}
    />
  );
}

const isEvent = (place: number | null): place is number => place !== null && place > 0;

function momentOf(replay: Replay, ordinal: number | null): ExportMoment | null {
  const version = ordinal === null ? null : versionAt(replay, ordinal);
  return ordinal === null || version === null ? null : { ordinal, version };
}
