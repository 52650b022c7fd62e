import { type Command, Option } from 'commander';
import { mayListen, readSettings } from '#server';
import { refuse } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { serve } from '../serve/serve.ts';
import { toldToStop } from '../serve/stop.ts';

interface StartOptions {
  readonly port?: string;
  readonly host?: string;
  readonly dataDir?: string;
  readonly demo: boolean;
}

/** `chronoscope start`: the app with its database, until Ctrl-C. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('start the app with its database and print its address')
    .option('--port <number>', 'port to listen on, 0 for any free one (default: 7300, or PORT)')
    .option(
      '--host <address>',
      'address to listen on; any but loopback needs CHRONOSCOPE_TOKEN (default: 127.0.0.1, or HOST)',
    )
    .option(
      '--data-dir <folder>',
      'data folder of the embedded database (default: .chronoscope, or CHRONOSCOPE_DATA_DIR)',
    )
    .addOption(new Option('--no-demo', 'do not load the demo (never loaded into a DATABASE_URL)'))
    .action(start);
}

async function start({ demo, ...overrides }: StartOptions): Promise<void> {
  const settings = readSettings(process.env, overrides);
  if (!settings.ok) return refuse(settings.error, EXIT.wrongUse);
  const allowed = mayListen(settings.value);
  if (!allowed.ok) return refuse(allowed.error, EXIT.wrongUse);
  const served = await serve(settings.value, {
    demo: demo && settings.value.databaseUrl === undefined,
    stop: toldToStop(),
  });
  if (!served.ok) refuse(served.error, EXIT.refused);
}
