/** Where the streams begin, and where they end so far. */
export function ModelEnd({
  end,
  at,
  streams,
}: {
  end: 'start' | 'end';
  at: { readonly x: number; readonly y: number };
  streams: number;
}) {
  const isStart = end === 'start';
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <title>
        {isStart
          ? `The beginning of ${streams.toLocaleString('en')} streams`
          : `The newest event of ${streams.toLocaleString('en')} streams`}
      </title>
      <circle r={21.5} className="fill-bg stroke-line-2" />
      {isStart ? null : <circle r={18} fill="none" className="stroke-line-2" />}
      <text y={4} textAnchor="middle" fontSize={12} className="fill-ink-2">
        {isStart ? 'Start' : 'End'}
      </text>
    </g>
  );
}
