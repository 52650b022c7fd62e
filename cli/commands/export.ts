import type { Command } from 'commander';
import { exportLog } from '#server';
import { sayMissingNamespace } from '../absent.ts';
import { runWithApp, withDataDir } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';

interface Options {
  readonly dataDir?: string;
  readonly namespace?: string;
}

export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .description('the whole log as NDJSON; import it elsewhere with --format chronoscope');
  withDataDir(command)
    // Unlike elsewhere there is no default: without it every namespace is exported.
    .option('--namespace <name>', 'only this namespace (default: all of them)')
    .action(({ namespace, ...options }: Options) =>
      runWithApp(options, async (viewer, app) => {
        if (namespace !== undefined && (await sayMissingNamespace(viewer, app, namespace)))
          return EXIT.notThen;
        for await (const line of exportLog(viewer, app, namespace === undefined ? {} : { namespace })) {
          await print(line);
        }
        return EXIT.done;
      }),
    );
}
