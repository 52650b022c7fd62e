'use client';

import { useRouter } from 'next/navigation';
import { useHandlers } from '#client/commands/handlers';

/** What the palette can do on this page. */
export function CompareCommands({ swapped }: { swapped: string }) {
  const router = useRouter();
  useHandlers({ swapMoments: () => router.push(swapped) });
  return null;
}
