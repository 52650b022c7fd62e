/** A stream of server-sent events for as long as somebody looks at the page. */

const AGAIN_MS = 3_000;

/**
 * Connected only while the page is in sight: a browser has six connections to a server for all of its tabs, and those that nobody
 * looks at would leave none for the others.
 */
export function followStream(
  /** Where to go on, each time it is opened. */
  address: () => string,
  onEvent: (event: MessageEvent<string>) => void,
  /** false: the connection is lost, and sought again. */
  onConnected: (isConnected: boolean) => void = () => undefined,
  /** Of the events that are told. */
  name = 'event',
): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    if (document.visibilityState === 'hidden') return;
    const opened = new EventSource(address());
    source = opened;
    opened.addEventListener(name, onEvent);
    opened.addEventListener('open', () => onConnected(true));
    // After a lost connection the browser comes back by itself, but after an answer that is no stream it does not: a server that
    // is starting says 503.
    opened.addEventListener('error', () => {
      onConnected(false);
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    close();
  };
}
