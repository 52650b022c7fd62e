/** The one worker of a page, begun when the first question cannot be answered without it; after one that has ended, another. */
import { ReplayChannel } from './replay-channel.ts';

let channel: ReplayChannel | null = null;

export function connectWorker(): ReplayChannel {
  if (channel !== null && !channel.isLost) return channel;
  const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
  channel = new ReplayChannel({
    postMessage: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('error', ({ message }) => {
        worker.terminate();
        onFailure(
          message
            ? `The part of this page that answers has failed: ${message}.`
            : 'The part of this page that answers could not be loaded. Where the server is there again, reload the page.',
        );
      });
    },
  });
  return channel;
}
