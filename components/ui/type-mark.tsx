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
      <path d={SHAPES[look.shape]} fill="currentColor" />
    </svg>
  );
}

/** All of them paths, so that another shape is another attribute and not another element. */
const SHAPES: Record<GlyphShape, string> = {
  circle: 'M5 .6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8Z',
  square: 'M2 1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H2a1 1 0 0 1-1-1V2a1 1 0 0 1 1-1Z',
  triangle: 'M5 .6 9.6 9H.4Z',
  diamond: 'm5 0 5 5-5 5-5-5Z',
  wedge: 'M5 9.4.4 1h9.2Z',
  cross: 'M3.4.4h3.2v3h3v3.2h-3v3H3.4v-3h-3V3.4h3Z',
  ring: 'M5 .6a4.4 4.4 0 1 1 0 8.8a4.4 4.4 0 1 1 0-8.8ZM5 2.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8Z',
};
