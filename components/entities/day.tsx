'use client';

import { instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';

/** The day of an instant on the clock of the page, which says its zone elsewhere. */
export function Day({ micros }: { micros: bigint }) {
  return <span className="font-mono">{instantParts(micros, useZone()).date}</span>;
}
