/**
 * What every command shares: the options that say which store, an opened app that is closed again whatever happens, and
 * how a failure is said.
 */
import type { Command } from 'commander';
import type { Problem } from '#core';
import { type App, type AppOptions, openApp, readSettings, type Viewer } from '#server';
import { EXIT, type ExitCode } from './exit.ts';
import { shownLines, shownText } from './shown-text.ts';

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

/** Opens the app, runs the work, closes the app, and sets the exit code. Output goes to stdout, words to stderr. */
export async function runWithApp(
  options: { readonly dataDir?: string },
  work: (viewer: Viewer, app: App) => Promise<ExitCode>,
  { create = false, withoutStore }: AppUse = {},
): Promise<void> {
  const settings = readSettings(
    process.env,
    options.dataDir === undefined ? {} : { dataDir: options.dataDir },
  );
  if (!settings.ok) return refuse(settings.error, EXIT.wrongUse);
  const opened = await openApp(settings.value, { create });
  if (!opened.ok) {
    if (opened.error.code !== NO_STORE) return refuse(opened.error, EXIT.refused);
    if (withoutStore === undefined) return refuse(opened.error, EXIT.wrongUse);
    process.exitCode = await withoutStore(VIEWER);
    return;
  }
  try {
    process.exitCode = await work(VIEWER, opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Says a problem with its number and place on stderr, and sets the exit code. */
export function refuse(problem: Problem, exitCode: ExitCode): void {
  const { code, place, message } = problem;
  const isNamed = place === undefined || message.startsWith(`${place} `) || message.includes(`${place}: `);
  say(`${code}: ${isNamed ? '' : `${place}: `}${message}`);
  process.exitCode = exitCode;
}

/** One line of words on stderr. */
export function say(line: string): void {
  process.stderr.write(`${shownText(line)}\n`);
}

/** Words of several lines, such as a stack, on stderr. */
export function sayLines(text: string): void {
  process.stderr.write(`${shownLines(text)}\n`);
}

/** One line of words on stdout: tabs apart, so that columns stay columns, nothing from a log reaches the terminal unseen. */
export async function printWords(...columns: readonly string[]): Promise<void> {
  await print(columns.map(shownText).join('\t'));
}

/** Writes one exact line to stdout and waits while the reader is slower than we are, so that memory stays flat. */
export async function print(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}
