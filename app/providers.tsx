'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { EventOrder } from '#client/event-order';
import { EventOrderContext, rememberEventOrder } from '#client/use-event-order';
import type { Face } from '#client/wording/face';
import { FaceContext, rememberFace } from '#client/wording/use-face';

/** What the past answered once it answers for ever, so nothing is asked again on its own. */
export function Providers({
  face: firstFace,
  eventOrder: firstOrder,
  children,
}: {
  face: Face;
  eventOrder: EventOrder;
  children: ReactNode;
}) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: 1 },
        },
      }),
  );
  const [face, chooseFace] = useKept(firstFace, rememberFace);
  const [order, chooseOrder] = useKept(firstOrder, rememberEventOrder);
  const faceChoice = useMemo(() => ({ face, choose: chooseFace }), [face, chooseFace]);
  const orderChoice = useMemo(() => ({ order, choose: chooseOrder }), [order, chooseOrder]);
  return (
    <FaceContext value={faceChoice}>
      <EventOrderContext value={orderChoice}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </EventOrderContext>
    </FaceContext>
  );
}

function useKept<Choice>(first: Choice, remember: (choice: Choice) => void) {
  const [kept, setKept] = useState(first);
  const choose = useCallback(
    (next: Choice) => {
      remember(next);
      setKept(next);
    },
    [remember],
  );
  return [kept, choose] as const;
}
