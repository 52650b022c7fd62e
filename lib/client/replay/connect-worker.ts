/** The one worker of a page, begun when the first question cannot be answered without it. */
import { ReplayChannel } from './replay-channel.ts';

let channel: ReplayChannel | null = null;

export function connectWorker(): ReplayChannel {
  if (channel !== null) return channel;
  const worker = new Worker(new URL('./replay.worker.ts', import.meta.url), { type: 'module' });
  channel = new ReplayChannel({
    postMessage: (message) => worker.postMessage(message),
    listen: (onMessage, onFailure) => {
      worker.addEventListener('message', ({ data }) => onMessage(data));
      worker.addEventListener('error', ({ message }) =>
        onFailure(
          `The part of this page that answers has failed: ${message || 'it could not be loaded'}. Reload the page.`,
        ),
      );
    },
  });
  return channel;
}
