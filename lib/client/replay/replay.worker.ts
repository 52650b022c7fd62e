/** The worker that holds segments and answers; the page's own thread never folds and never unpacks. */
import { serveReplays } from './serve-replays.ts';

serveReplays(
  {
    postMessage: (message, transfer) => self.postMessage(message, { transfer }),
    listen: (onMessage) => self.addEventListener('message', ({ data }) => onMessage(data)),
  },
  {
    segment: async (hash) => {
      const response = await fetch(`/api/v1/segments/${hash}`);
      if (response.status === 404) return null;
      if (!response.ok || response.body === null)
        throw new Error(`A part of the history could not be read (${response.status}).`);
      const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(unpacked).arrayBuffer());
    },
    makeAgain: async (outlinePath) => {
      const response = await fetch(outlinePath);
      if (!response.ok) throw new Error(`The history could not be read (${response.status}).`);
    },
  },
);
