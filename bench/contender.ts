/** A program that is measured, in a process of its own: what one does to types, heap or caches cannot reach another. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '#database';

type Reply = { readonly value: unknown } | { readonly error: string };

export class Contender {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  /** One of ours, of bench/product. */
  static product(program: string): Contender {
    return Contender.start('Chronoscope', path.join(packageRoot(), 'dist/bench/product', `${program}.mjs`));
  }

  /** One of bench/peers. */
  static peer(name: string, program: string): Contender {
    return Contender.start(name, path.join(packageRoot(), 'bench/peers/dist', `${program}.mjs`));
  }

  private static start(name: string, file: string): Contender {
    const child = fork(file, {
      execArgv: ['--max-old-space-size=8192', '--enable-source-maps', ...profiling(name)],
      serialization: 'advanced',
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    return new Contender(name, child);
  }

  ask<T>(what: string, input: object = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.child.off('message', onMessage).off('exit', onExit);
      };
      const onMessage = (reply: Reply): void => {
        settle();
        if ('error' in reply) reject(new Error(`${this.name}, ${what}: ${reply.error}`));
        else resolve(reply.value as T);
      };
      const onExit = (): void => {
        settle();
        reject(new Error(`${this.name} ended before it answered ${what}.`));
      };
      this.child.on('message', onMessage).on('exit', onExit);
      this.child.send({ what, input });
    });
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await ended;
  }
}

/** BENCH_PROFILE=folder keeps a CPU profile of our own programs there. */
function profiling(name: string): string[] {
  const folder = process.env.BENCH_PROFILE;
  return folder === undefined || name !== 'Chronoscope' ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}
