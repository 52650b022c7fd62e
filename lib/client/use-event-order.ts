/** The order of the event list that was chosen last, for components. */
import { createContext, useContext } from 'react';
import { EVENT_ORDER_COOKIE, type EventOrder } from './event-order.ts';

export interface EventOrderChoice {
  readonly order: EventOrder;
  choose(order: EventOrder): void;
}

export const EventOrderContext = createContext<EventOrderChoice>({
  order: 'newest',
  choose: () => undefined,
});

export const useEventOrder = (): EventOrderChoice => useContext(EventOrderContext);

/** For a year, on every page. */
export function rememberEventOrder(order: EventOrder): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on plain HTTP
  document.cookie = `${EVENT_ORDER_COOKIE}=${order}; path=/; max-age=31536000; samesite=lax`;
}
