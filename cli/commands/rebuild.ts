import type { Command } from 'commander';
import { rebuildHistories } from '#server';
import { runWithApp, withDataDir } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { refuse, say } from '../output.ts';

/** `chronoscope rebuild`: read models are dropped and built again from the log. */
export function registerRebuild(program: Command): void {
  const command = program
    .command('rebuild')
    .description('drop all read models and build them again from the log, which stays as it is');
  withDataDir(command).action((options: { readonly dataDir?: string }) =>
    runWithApp(options, async (viewer, app) => {
      const rebuilt = await rebuildHistories(viewer, app, (done, total) => {
        if (done < total) say(`Building history ${done + 1} of ${total} …`);
      });
      if (!rebuilt.ok) return refuse(rebuilt.error);
      const { dropped, streams } = rebuilt.value;
      say(`Dropped ${dropped} segments; built the histories of ${streams} long streams.`);
      return EXIT.done;
    }),
  );
}
