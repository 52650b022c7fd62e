/**
 * The realm in which the user's code runs: a fresh one for each job, so that nothing a reducer left behind in a variable
 * reaches the next history. It has the language and nothing else: no process, no network, no timers.
 */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { SandboxProgram } from '#config';

/** Promises get a queue of their own that is never run again: what an async reducer would do later does not happen. */
const OPTIONS: vm.CreateContextOptions = { microtaskMode: 'afterEvaluate' };
const LOAD_LIMIT_MS = 5_000;

const scripts = new Map<string, vm.Script>();

/** Throws where the bundle does not load; loadConfig has loaded it once before it let anybody use it. */
export function openSandbox(bundlePath: string): SandboxProgram {
  // Nothing of this realm goes in, not even a prototype: from any of its objects a reducer could reach its Function, and with that
  // the clock, the process and the network.
  const context = vm.createContext(Object.create(null), OPTIONS);
  scriptOf(bundlePath).runInContext(context, { timeout: LOAD_LIMIT_MS });
  return vm.runInContext('chronoscope', context) as SandboxProgram;
}

function scriptOf(bundlePath: string): vm.Script {
  const known = scripts.get(bundlePath);
  if (known !== undefined) return known;
  const script = new vm.Script(readFileSync(bundlePath, 'utf8'), { filename: bundlePath });
  scripts.set(bundlePath, script);
  return script;
}
