import type { EventTypeDetailAnswer } from '#wire';

/** A change of the payload in as few words as beside a row. */
export function driftWords({ what, from, to }: EventTypeDetailAnswer['drift'][number]): string {
  if (what === 'appeared') return 'appeared';
  return what === 'disappeared' ? 'last seen' : `${from} → ${to}`;
}
