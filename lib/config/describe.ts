/**
 * Asks a bundle what it contains, in a worker thread of its own: the user's code never runs in this thread, and a top level
 * that never ends is stopped.
 */
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '#core';
import type { ConfigMetadata } from './metadata.ts';
import type { Description } from './sandbox/program.ts';

const LOAD_LIMIT_MS = 2_000;

/** CS-412: loading the file threw or took too long. CS-413: it does not have the shape of a configuration. */
export async function describeBundle(bundle: string, file: string): Promise<Result<ConfigMetadata>> {
  const answer = await ask(bundle, file);
  if (!answer.ok) return answer;
  const description = JSON.parse(answer.value) as Description;
  if (description.ok) return ok(description.metadata);
  return fail('CS-413', `${file} is not a configuration: ${description.problems.join('; ')}.`, file);
}

/** The worker's whole code: too small for a file that would have to be bundled. */
const ASKING = `
  const { parentPort, workerData } = require('node:worker_threads');
  const vm = require('node:vm');
  const options = { timeout: workerData.limit, filename: workerData.file };
  const context = vm.createContext(Object.create(null));
  try {
    vm.runInContext(workerData.bundle, context, options);
    parentPort.postMessage({ ok: true, text: vm.runInContext('chronoscope.describe()', context, options) });
  } catch (error) {
    parentPort.postMessage({ ok: false, text: String(error) });
  }
`;

function ask(bundle: string, file: string): Promise<Result<string>> {
  return new Promise((resolve) => {
    const worker = new Worker(ASKING, {
      eval: true,
      workerData: { bundle, file, limit: LOAD_LIMIT_MS },
      env: {},
      execArgv: [],
    });
    const failed = (why: string): void =>
      resolve(fail('CS-412', `${file} could not be loaded: ${why}`, file));
    worker.once('message', (answer: { readonly ok: boolean; readonly text: string }) =>
      answer.ok ? resolve(ok(answer.text)) : failed(answer.text),
    );
    worker.once('error', (error: Error) => failed(error.message));
    worker.once('exit', () => failed('its thread ended without an answer'));
  });
}
