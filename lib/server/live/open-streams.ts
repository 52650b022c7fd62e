/**
 * The live streams that are open, so that the program that hosts the server can end them: they never end by themselves, and would
 * hold up its stop. They lie on globalThis because Next has this module apart from that program's.
 */
declare global {
  var chronoscopeLiveStreams: Set<AbortController> | undefined;
}

/** To be aborted by whoever ends the stream; aborted already when the client has gone or the server is about to stop. */
export function openStream(gone: AbortSignal): AbortController {
  const stream = new AbortController();
  const { signal } = stream;
  const open = openStreams();
  open.add(stream);
  signal.addEventListener('abort', () => open.delete(stream), { once: true });
  gone.addEventListener('abort', () => stream.abort(), { once: true, signal });
  if (gone.aborted) stream.abort();
  return stream;
}

export function closeLiveStreams(): void {
  for (const stream of [...openStreams()]) stream.abort();
}

function openStreams(): Set<AbortController> {
  globalThis.chronoscopeLiveStreams ??= new Set();
  return globalThis.chronoscopeLiveStreams;
}
