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
        title="Recorded: as we knew it, in the order it was written down. Occurred: as it happened."
        onChange={(event) => onAxis(event.target.value === 'occurred' ? 'occurred' : 'recorded')}
        className="h-7 rounded-md bg-transparent [field-sizing:content] pr-1 text-ink-2 hover:text-ink"
      >
        <option value="recorded">recorded</option>
        <option value="occurred">occurred</option>
      </select>
    </label>
  );
}
