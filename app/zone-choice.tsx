'use client';

import { useRouter } from 'next/navigation';
import { ZoneSelect } from '#components/shell/zone-select';

/** The zone of a page that the server draws: another one is another address. */
export function ZoneChoice({
  path,
  search,
  zone,
  at,
  own = false,
}: {
  path: string;
  /** Query of the page as it is. */
  search: string;
  zone: string | null;
  /** Microseconds since 1970. */
  at: bigint;
  /** What is counted goes by the zone, so that the server has to know it: that of this machine is written by its name. */
  own?: boolean;
}) {
  const router = useRouter();
  const choose = (next: string | null): void => {
    const params = new URLSearchParams(search);
    const written = own && next === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : next;
    if (written === null) params.delete('tz');
    else params.set('tz', written);
    router.push(`${path}?${params}`);
  };
  return <ZoneSelect zone={zone} at={at} onZone={choose} />;
}
