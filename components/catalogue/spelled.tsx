'use client';

import { spelledInstant } from '#client/instant-text';
import { useZone } from '#client/zone';

/** An instant within a sentence. */
export function Spelled({ micros }: { micros: bigint }) {
  return <>{spelledInstant(micros, useZone())}</>;
}
