/** When the events of one type were, over the time that all rows share. A picture alone: the numbers stand beside it. */
export function Sparkline({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <svg
      aria-hidden
      width={counts.length * STEP}
      height={HEIGHT}
      viewBox={`0 0 ${counts.length * STEP} ${HEIGHT}`}
      className="block"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${counts.length * STEP}`} className="stroke-line" />
      <path d={counts.map((events, part) => barOf(part, events / most)).join('')} className="fill-ink-3" />
    </svg>
  );
}

const STEP = 3;
const HEIGHT = 20;

/** A single event is seen beside a thousand. */
function barOf(part: number, share: number): string {
  if (share === 0) return '';
  const height = 2 + share * (HEIGHT - 3);
  return `M${part * STEP} ${HEIGHT}v${-height}h${STEP - 0.5}v${height}z`;
}
