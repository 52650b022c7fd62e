import type { Command } from 'commander';
import { exportLog } from '#server';
import { print, runWithApp } from '../command-context.ts';
import { EXIT } from '../exit.ts';

interface Options {
  readonly dataDir?: string;
  readonly namespace?: string;
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('the whole log as NDJSON; import it elsewhere with --format chronoscope')
    .option(
      '--data-dir <folder>',
      'data folder of the embedded database (default: .chronoscope, or CHRONOSCOPE_DATA_DIR)',
    )
    // Unlike elsewhere there is no default: without it every namespace is exported.
    .option('--namespace <name>', 'only this namespace (default: all of them)')
    .action(({ namespace, ...options }: Options) =>
      runWithApp(options, async (viewer, app) => {
        for await (const line of exportLog(viewer, app, namespace === undefined ? {} : { namespace })) {
          await print(line);
        }
        return EXIT.done;
      }),
    );
}
