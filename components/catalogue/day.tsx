'use client';

import { instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';

/** The day of an instant on the clock of the page; the whole instant stands elsewhere on it. */
export function Day({ micros }: { micros: bigint }) {
  return <span className="whitespace-nowrap font-mono">{instantParts(micros, useZone()).date}</span>;
}
