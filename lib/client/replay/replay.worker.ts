/** The worker that holds segments and answers; the page's own thread never folds and never unpacks. */

import { readProblem, readTextMatches } from '#wire';
import { askServer } from '../ask-server.ts';
import { serveReplays } from './serve-replays.ts';

serveReplays(
  {
    postMessage: (message, transfer) => self.postMessage(message, { transfer }),
    listen: (onMessage) => self.addEventListener('message', ({ data }) => onMessage(data)),
  },
  {
    segment: async (hash) => {
      const response = await askServer(`/api/v1/segments/${hash}`);
      if (response.status === 404) return null;
      if (!response.ok || response.body === null)
        throw new Error(`A part of the history could not be read (${response.status}).`);
      return unpacked(response.body);
    },
    makeAgain: async (outlinePath) => {
      const response = await askServer(outlinePath);
      if (!response.ok) throw new Error(`The history could not be read (${response.status}).`);
    },
    search: async (searchPath) => {
      const response = await askServer(searchPath);
      if (!response.ok) throw new Error(await whyNot(response));
      return readTextMatches(await response.json());
    },
  },
);

/** A search that takes too long says so, with its number. */
async function whyNot(response: Response): Promise<string> {
  try {
    const { code, detail } = readProblem(await response.json());
    return `${code}: ${detail}`;
  } catch {
    return `The payloads could not be searched (${response.status}).`;
  }
}

async function unpacked(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  try {
    const bytes = body.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(bytes).arrayBuffer());
  } catch {
    throw new Error('A part of the history came incomplete or damaged.');
  }
}
