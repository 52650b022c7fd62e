import type { Axis } from '#core';

/** On which of the two axes the history is read. */
export function AxisSelect({
  axis,
  loading,
  onAxis,
}: {
  axis: Axis;
  loading: boolean;
  onAxis(axis: Axis): void;
}) {
  return (
    <label>
      <span className="sr-only">Axis</span>
      <select
        value={axis}
        disabled={loading}
        title="Recorded: in the order in which we came to know. Occurred: in the order in which it happened."
        onChange={(event) => onAxis(event.target.value === 'occurred' ? 'occurred' : 'recorded')}
        className="h-7 rounded-md border border-line-2 bg-surface px-1 text-ink max-sm:max-w-28"
      >
        <option value="recorded">recorded: as we knew it</option>
        <option value="occurred">occurred: as it happened</option>
      </select>
    </label>
  );
}
