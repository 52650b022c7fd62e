import { type GlyphShape, SLOTS } from '#client/playhead-categories';

/** The colour and shape of an event type, the same as on the timeline. Words beside it name the type. */
export function TypeMark({ slot, size = 10 }: { slot: number; size?: number }) {
  const look = SLOTS[slot] ?? { token: '--t0', shape: 'ring' as const };
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 10 10"
      className="shrink-0"
      style={{ color: `var(${look.token})` }}
    >
      {SHAPES[look.shape]}
    </svg>
  );
}

const SHAPES: Record<GlyphShape, React.ReactNode> = {
  circle: <circle cx="5" cy="5" r="4.4" fill="currentColor" />,
  square: <rect x="1" y="1" width="8" height="8" rx="1" fill="currentColor" />,
  triangle: <path d="M5 .6 9.6 9H.4Z" fill="currentColor" />,
  diamond: <path d="m5 0 5 5-5 5-5-5Z" fill="currentColor" />,
  wedge: <path d="M5 9.4.4 1h9.2Z" fill="currentColor" />,
  cross: <path d="M3.4.4h3.2v3h3v3.2h-3v3H3.4v-3h-3V3.4h3Z" fill="currentColor" />,
  ring: <circle cx="5" cy="5" r="3.4" fill="none" stroke="currentColor" strokeWidth="2" />,
};
