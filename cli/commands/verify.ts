import type { Command } from 'commander';
import { verifyLog } from '#server';
import { runWithApp, withDataDir } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { offer, say, wordsOf } from '../output.ts';

interface Options {
  readonly dataDir?: string;
  readonly json?: boolean;
}

export function registerVerify(program: Command): void {
  const command = program
    .command('verify')
    .description('check the log against its commitments, and print its root (RFC 6962)')
    .option('--json', 'the report as one JSON object');
  withDataDir(command).action((options: Options) =>
    runWithApp(options, async (viewer, app) => {
      // A reader that has seen enough changes nothing about the verdict, which is the exit code.
      const report = await verifyLog(viewer, app, showProgress);
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
      if (options.json === true) {
        const problems = report.problems.map(({ position, what }) => ({
          position: position === null ? null : String(position),
          what,
        }));
        await offer(JSON.stringify({ ...report, problems }));
      } else {
        for (const { position, what } of report.problems) {
          await offer(wordsOf(position === null ? what : `@${position}: ${what}`));
        }
        await offer(`${report.events} events, root ${report.root}`);
      }
      const isClean = report.problems.length === 0;
      say(isClean ? 'The log is what was committed to.' : 'The log is NOT what was committed to.');
      return isClean ? EXIT.done : EXIT.refused;
    }),
  );
}

function showProgress(checked: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${checked} of ${total} events checked`);
}
