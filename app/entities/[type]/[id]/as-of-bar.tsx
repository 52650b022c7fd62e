import { instantText } from '#client/instant-text';
import { Button } from '#components/ui/button';
import { type Axis, type History, parseMoment } from '#core';

/** The moment on screen in full, on which axis, and the way back to now. */
export function AsOfBar({
  history,
  ordinal,
  at,
  axis,
  loading,
  onAxis,
  onNow,
}: {
  history: History;
  ordinal: number;
  /** The moment as the address has it. */
  at: string | null;
  axis: Axis;
  loading: boolean;
  onAxis(axis: Axis): void;
  onNow(): void;
}) {
  const newest = ordinal === history.length;
  return (
    <section
      aria-label="As of"
      className="flex min-h-10 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1"
    >
      <p className={`flex min-h-7 min-w-0 items-center gap-2 rounded-md px-2 ${newest ? '' : 'bg-now-soft'}`}>
        <span className={`font-semibold ${newest ? '' : 'text-now'}`}>As of</span>
        <span className="font-mono text-sm">{momentText(history, ordinal, at)}</span>
      </p>
      {newest ? null : (
        <Button look="outlined" onClick={onNow} title="Go to the newest event and stay there as more arrive">
          Now
        </Button>
      )}
      <span className="flex-1" />
      <label className="flex items-center gap-2 text-ink-3">
        <span className="max-sm:sr-only">Axis</span>
        <select
          value={axis}
          disabled={loading}
          onChange={(event) => onAxis(event.target.value === 'occurred' ? 'occurred' : 'recorded')}
          className="h-7 rounded-md border border-line-2 bg-surface px-1 text-ink"
        >
          <option value="recorded">recorded: as we knew it</option>
          <option value="occurred">occurred: as it happened</option>
        </select>
      </label>
    </section>
  );
}

/** An instant asked for is said as it was asked; otherwise the time of the event on this axis. */
function momentText(history: History, ordinal: number, at: string | null): string {
  const asked = at === null ? null : parseMoment(at);
  if (asked?.ok && asked.value.kind === 'instant') return instantText(asked.value.at);
  if (ordinal === 0) return 'before the first event';
  const event = history.event(ordinal);
  return instantText(history.axis === 'recorded' ? event.recordedHigh : event.occurredAt);
}
