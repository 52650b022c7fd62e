/** Entry of the fold worker's thread: one job at a time, each message answered by one. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts';
import { openSandbox } from './sandbox.ts';
import { SegmentFoldJob } from './segment-fold-job.ts';
import { upcastTexts } from './upcast-texts.ts';

const settings: WorkerSettings = workerData;
let job: SegmentFoldJob | null = null;

parentPort?.on('message', (message: ToWorker) => {
  parentPort?.postMessage(answer(message));
});

function answer(message: ToWorker): FromWorker {
  const program = () => (settings.bundlePath === null ? null : openSandbox(settings.bundlePath));
  switch (message.what) {
    case 'fold': {
      const begun = SegmentFoldJob.begin(message.job, program(), settings);
      if (!begun.ok) return begun;
      job = begun.value;
      return { ok: true, closed: [] };
    }
    case 'lines':
      return { ok: true, ...running().add(message.lines) };
    case 'end':
      return { ok: true, ...running().end() };
    case 'behind': {
      const next = running().next();
      if (next === null) job = null;
      return { ok: true, closed: next === null ? [] : [next] };
    }
    case 'upcast':
      return { ok: true, upcast: upcastTexts(message.namespace, message.events, program(), settings) };
  }
}

function running(): SegmentFoldJob {
  if (job === null) throw new Error('No fold is under way.');
  return job;
}
