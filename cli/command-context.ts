/**
 * What every command shares: the options that say which store, and an opened app that is closed again whatever happens.
 */
import type { Command } from 'commander';
import {
  type App,
  type AppOptions,
  databaseProblem,
  openApp,
  readSettings,
  type Settings,
  type Viewer,
} from '#server';
import { EXIT, type ExitCode } from './exit.ts';
import { ReaderGone, refuse } from './output.ts';

export interface StoreOptions {
  readonly dataDir?: string;
  readonly namespace: string;
}

/** Adds `--data-dir`, for commands that concern the whole store. */
export function withDataDir(command: Command): Command {
  return command.option(
    '--data-dir <folder>',
    'data folder of the embedded database (default: .chronoscope, or CHRONOSCOPE_DATA_DIR)',
  );
}

/** Adds `--data-dir` and `--namespace`. */
export function withStoreOptions(command: Command): Command {
  return withDataDir(command).option('--namespace <name>', 'namespace of the entities', 'main');
}

export interface AppUse extends Pick<AppOptions, 'create'> {
  /** What can be done without a store, where there is none. Otherwise that is refused. */
  readonly withoutStore?: (viewer: Viewer) => Promise<ExitCode>;
}

const VIEWER: Viewer = { name: 'command line' };
const NO_STORE = 'CS-416';

/** Opens the app, runs the work, closes the app, and sets the exit code. */
export async function runWithApp(
  options: { readonly dataDir?: string },
  work: (viewer: Viewer, app: App) => Promise<ExitCode>,
  use: AppUse = {},
): Promise<void> {
  const settings = readSettings(
    process.env,
    options.dataDir === undefined ? {} : { dataDir: options.dataDir },
  );
  process.exitCode = settings.ok ? await withOpenedApp(settings.value, work, use) : refuse(settings.error);
}

async function withOpenedApp(
  settings: Settings,
  work: (viewer: Viewer, app: App) => Promise<ExitCode>,
  { create, withoutStore }: AppUse,
): Promise<ExitCode> {
  const opened = await openApp(settings, create === undefined ? {} : { create });
  if (!opened.ok) {
    const isMissing = opened.error.code === NO_STORE && withoutStore !== undefined;
    return isMissing ? withoutStore(VIEWER) : refuse(opened.error);
  }
  try {
    return await work(VIEWER, opened.value);
  } catch (error) {
    if (error instanceof ReaderGone) return EXIT.done;
    const problem = databaseProblem(error);
    if (problem === null) throw error;
    return refuse(problem);
  } finally {
    await opened.value.close();
  }
}
