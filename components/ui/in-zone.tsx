'use client';

import type { ReactNode } from 'react';
import { useShownZone, ZoneContext } from '#client/zone';

/** All times inside are written in the zone that the address means: `local` is known by the browser alone. */
export function InZone({ written, children }: { written: string | null; children: ReactNode }) {
  return <ZoneContext value={useShownZone(written)}>{children}</ZoneContext>;
}
