/** Whether the page follows the store. It moves nothing by itself: numbers change in their places. */
export function LiveSwitch({
  state,
  onLive,
}: {
  state: 'live' | 'paused' | 'away';
  onLive(isLive: boolean): void;
}) {
  const isOn = state !== 'paused';
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      onClick={() => onLive(!isOn)}
      title={TITLES[state]}
      className="inline-flex h-7 shrink-0 items-center gap-2 rounded-md px-2 text-ink-2 transition-colors hover:bg-sunken max-sm:-ml-2 print:hidden"
    >
      <span
        aria-hidden
        className={`flex h-4 w-7 items-center rounded-full border p-0.5 transition-colors ${isOn ? 'justify-end border-ink-3 bg-ink-3' : 'justify-start border-line-2 bg-sunken'}`}
      >
        <span
          className={`size-2.5 rounded-full ${isOn ? 'bg-surface forced-colors:bg-[Highlight]' : 'bg-ink-3 forced-colors:bg-[CanvasText]'}`}
        />
      </span>
      Live
      {state === 'away' ? <span className="text-rem">, no answer</span> : null}
    </button>
  );
}

const TITLES = {
  live: 'The page follows the store. Press to hold it still.',
  paused: 'The page stands still. Press to follow the store.',
  away: 'The server does not answer right now. It is asked again.',
} as const;
