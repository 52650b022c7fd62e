'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Face } from '#client/wording/face';
import { FaceContext, rememberFace } from '#client/wording/use-face';

/** What the past answered once it answers for ever, so nothing is asked again on its own. */
export function Providers({ face: first, children }: { face: Face; children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: 1 },
        },
      }),
  );
  const [face, setFace] = useState(first);
  const choose = useCallback((next: Face) => {
    rememberFace(next);
    setFace(next);
  }, []);
  const choice = useMemo(() => ({ face, choose }), [face, choose]);
  return (
    <FaceContext value={choice}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </FaceContext>
  );
}
