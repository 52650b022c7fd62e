/** Entry of the fold worker's thread: collects the events of a job, runs it, answers. One job at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { StoredEvent } from '#core';
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts';
import { runJob } from './run-job.ts';

const settings: WorkerSettings = workerData;
let events: StoredEvent[] = [];

parentPort?.on('message', (message: ToWorker) => {
  if (message.what === 'events') {
    for (const event of message.events) events.push(event);
    return;
  }
  const collected = events;
  events = [];
  const answer: FromWorker = runJob(message.job, collected, settings);
  parentPort?.postMessage(answer);
});
