/** What a page and the worker that follows a question for it say to each other. */
import type { ArrivedEvents } from './arrived-events.ts';

export type ToTail =
  /** The first of all. `address`: of the stream, without the place behind which it begins. */
  | { readonly what: 'follow'; readonly address: string; readonly after: string }
  /** Whether somebody looks at the page. */
  | { readonly what: 'sight'; readonly isInSight: boolean }
  /** What comes is to wait. */
  | { readonly what: 'hold'; readonly isHeld: boolean }
  /** What waits is to be shown. */
  | { readonly what: 'show' };

export type FromTail =
  /** `to`: the position of the newest of them. */
  | { readonly what: 'arrived'; readonly arrived: ArrivedEvents; readonly to: string }
  | { readonly what: 'waiting'; readonly count: number }
  | { readonly what: 'connected'; readonly isConnected: boolean }
  /** More came than is handed on, or the newest is not there yet: everything is to be looked up anew. */
  | { readonly what: 'again' };
