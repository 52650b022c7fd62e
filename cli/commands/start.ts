import { type Command, Option } from 'commander';
import type { Result } from '#core';
import { mayListen, readSettings, type SettingsOverrides } from '#server';
import { withDataDir } from '../command-context.ts';
import { refuse } from '../output.ts';
import { logFrom } from '../serve/log.ts';
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
  const command = program
    .command('start')
    .description('start the app with its database and print its address')
    .option('--port <number>', 'port to listen on, 0 for any free one (default: 7300, or PORT)')
    .option(
      '--host <address>',
      'address to listen on; any but loopback needs CHRONOSCOPE_TOKEN (default: 127.0.0.1, or HOST)',
    )
    .addOption(new Option('--no-demo', 'do not load the demo (never loaded into a DATABASE_URL)'));
  withDataDir(command).action(start);
}

async function start({ demo, ...overrides }: StartOptions): Promise<void> {
  const served = await serveWith(overrides, demo);
  if (!served.ok) process.exitCode = refuse(served.error);
}

async function serveWith(overrides: SettingsOverrides, demo: boolean): Promise<Result<void>> {
  const settings = readSettings(process.env, overrides);
  if (!settings.ok) return settings;
  const allowed = mayListen(settings.value);
  if (!allowed.ok) return allowed;
  const log = logFrom(settings.value.logLevel);
  return serve(settings.value, { demo, stop: toldToStop(log), log });
}
