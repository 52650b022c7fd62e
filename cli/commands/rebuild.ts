import type { Command } from 'commander';
import { dropReadModels, rebuildHistories } from '#server';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, withDataDir } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { say } from '../output.ts';

/** `chronoscope rebuild`: read models are dropped and built again from the log. */
export function registerRebuild(program: Command): void {
  const command = program
    .command('rebuild')
    .description('drop all read models and build them again from the log, which stays as it is');
  withDataDir(command).action((options: { readonly dataDir?: string }) =>
    runWithApp(options, async (viewer, app) => {
      const { dropped, streams, failed } = await rebuildHistories(viewer, app, (done, total) => {
        if (done < total) say(`Building history ${done + 1} of ${total} …`);
      });
      say(`Dropped ${dropped} segments; built the histories of ${streams} long streams.`);
      for (const { stream, problem } of failed)
        say(`Not built: ${stream}. ${problem.code}: ${problem.message}`);
      await dropReadModels(viewer, app);
      await catchUpInWords(viewer, app, true);
      say('Built what searches walk, the change log and the catalogue of event types.');
      return failed.length === 0 ? EXIT.done : EXIT.refused;
    }),
  );
}
