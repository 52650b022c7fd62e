/** When the events of one entity were, over the time that all rows share. A picture alone: the numbers stand beside it. */
export function DensityStrip({
  counts,
  mark,
}: {
  counts: readonly { readonly part: number; readonly events: number }[];
  /** Where the asked moment lies, from 0 to 1; null: not in this time. */
  mark: number | null;
}) {
  const most = Math.max(1, ...counts.map(({ events }) => events));
  const asked = mark === null ? null : mark * PARTS * STEP;
  return (
    <svg
      aria-hidden
      width={PARTS * STEP}
      height={HEIGHT}
      viewBox={`0 0 ${PARTS * STEP} ${HEIGHT}`}
      className="block"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${PARTS * STEP}`} className="stroke-line" />
      {counts.map(({ part, events }) => {
        // A single event is seen beside a thousand.
        const height = 3 + (Math.log1p(events) / Math.log1p(most)) * (HEIGHT - 5);
        const isLater = asked !== null && part * STEP >= asked;
        return (
          <rect
            key={part}
            x={part * STEP}
            y={HEIGHT - height}
            width={STEP}
            height={height}
            className={isLater ? 'fill-line-2' : 'fill-ink-3'}
          />
        );
      })}
      {asked === null ? null : <path d={`M${asked} 0v${HEIGHT}`} strokeWidth={1.5} className="stroke-now" />}
    </svg>
  );
}

/** As many as the server counts in. */
const PARTS = 40;
const STEP = 3;
const HEIGHT = 20;
