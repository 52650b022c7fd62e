/** Entry of the fold worker's thread: one job at a time, each message answered by one. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SandboxProgram } from '#config';
import { ChangeFoldJob } from './change-fold-job.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts';
import { openSandbox } from './sandbox.ts';
import { SegmentFoldJob } from './segment-fold-job.ts';
import { upcastTexts } from './upcast-texts.ts';

const settings: WorkerSettings = workerData;
let job: SegmentFoldJob | null = null;
let changes: ChangeFoldJob | null = null;

parentPort?.on('message', (message: ToWorker) => {
  const said = answer(message);
  // What is large changes hands and is not copied.
  parentPort?.postMessage(said, 'rows' in said ? [said.rows.buffer] : []);
});

function answer(message: ToWorker): FromWorker {
  // A realm a message, where one is needed.
  let opened: SandboxProgram | null = null;
  const program = (): SandboxProgram | null => {
    if (opened === null && settings.bundlePath !== null) opened = openSandbox(settings.bundlePath);
    return opened;
  };
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
    case 'changes':
      changes = new ChangeFoldJob(message.streams, program, settings);
      return { ok: true, rowBytes: 0 };
    case 'changingLines':
      return { ok: true, rowBytes: changing().add(message.lines) };
    case 'changedPaths':
      return { ok: true, paths: changing().freshPaths() };
    case 'changeRows':
      return { ok: true, rows: changing().rows(message.pathIds) };
    case 'changed': {
      const folded = changing().end();
      changes = null;
      return { ok: true, changes: folded };
    }
    case 'upcast':
      return { ok: true, upcast: upcastTexts(message.namespace, message.events, program(), settings) };
  }
}

function running(): SegmentFoldJob {
  if (job === null) throw new Error('No fold is under way.');
  return job;
}

function changing(): ChangeFoldJob {
  if (changes === null) throw new Error('No changes are being folded.');
  return changes;
}
