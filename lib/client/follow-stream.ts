/** A stream of server-sent events for as long as somebody looks at the page. */

const AGAIN_MS = 3_000;

export interface FollowedStream {
  /** Where to go on, each time it is opened. */
  address(): string;
  onEvent(event: MessageEvent<string>): void;
  /** false: the connection is lost, and sought again. */
  onConnected(isConnected: boolean): void;
  /** Of the events that are told. */
  readonly names: readonly string[];
}

/**
 * Connected only while the page is in sight: a browser has six connections to a server for all of its tabs, and those that nobody
 * looks at would leave none for the others.
 */
export function followStream(
  address: FollowedStream['address'],
  onEvent: FollowedStream['onEvent'],
  onConnected: FollowedStream['onConnected'] = () => undefined,
  name = 'event',
): () => void {
  const stream = openableStream({ address, onEvent, onConnected, names: [name] });
  const leave = whileInSight(stream.turn);
  return () => {
    leave();
    stream.turn(false);
  };
}

/** Says at once, and whenever it changes, whether the page is in sight. */
export function whileInSight(turn: (isInSight: boolean) => void): () => void {
  const look = (): void => turn(document.visibilityState !== 'hidden');
  document.addEventListener('visibilitychange', look);
  look();
  return () => document.removeEventListener('visibilitychange', look);
}

/** For who knows whether somebody looks: a worker has no page of its own. */
export function openableStream({ address, onEvent, onConnected, names }: FollowedStream): {
  /** Opens it anew, or closes it. */
  turn(isOn: boolean): void;
} {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const turn = (isOn: boolean): void => {
    clearTimeout(again);
    source?.close();
    source = null;
    if (!isOn) return;
    const opened = new EventSource(address());
    source = opened;
    for (const name of names) opened.addEventListener(name, onEvent);
    opened.addEventListener('open', () => onConnected(true));
    // After a lost connection the browser comes back by itself, but after an answer that is no stream it does not: a server that
    // is starting says 503.
    opened.addEventListener('error', () => {
      onConnected(false);
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(() => turn(true), AGAIN_MS);
    });
  };
  return { turn };
}
