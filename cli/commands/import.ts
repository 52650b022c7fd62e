import { type Command, Option } from 'commander';
import {
  type App,
  IMPORT_FOLDS,
  IMPORT_FORMATS,
  type ImportOptions,
  type ImportRequest,
  importFiles,
  readImportOptions,
  type Viewer,
} from '#server';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { showPreview } from '../import-preview.ts';
import { ImportProgressLines } from '../import-progress.ts';
import { countWords } from '../import-words.ts';
import { offer, refuse, say } from '../output.ts';

type Options = StoreOptions &
  Omit<ImportOptions, 'files'> & { readonly dryRun?: boolean; readonly json?: boolean };

export function registerImport(program: Command): void {
  const command = program
    .command('import')
    .description('bring events in from logs; importing the same again adds nothing')
    .argument('<files...>', 'files (.gz too), - for standard input, or repositories for --format git')
    .addOption(
      new Option('--format <format>', 'what the files are').choices(IMPORT_FORMATS).makeOptionMandatory(),
    )
    .addOption(new Option('--fold <kind>', 'what a payload is to the state').choices(IMPORT_FOLDS))
    .option('--refold', 'fold the entity type as --fold says from now on, whatever was registered')
    .option(
      '--source <name>',
      'name of the source on its events (default: base name of the file without .gz)',
    )
    .option('--zone <zone>', 'zone of times written without one (Europe/Berlin, +02:00)')
    .option('--dry-run', 'show the first five events and write nothing')
    .option('--strict', 'all or nothing: one refused line keeps everything out')
    .option('--rejects <file>', 'keep refused lines byte for byte in this file, each ended by a newline')
    .option('--json', 'the summary, or the events of --dry-run, as JSON');
  withMappingOptions(command);
  withStoreOptions(command).action((files: string[], options: Options) => run(files, options));
}

function withMappingOptions(command: Command): void {
  command
    .optionsGroup('Options of --format ndjson (pointers are RFC 6901):')
    .option('--entity-type <type>', 'entity type of all events')
    .option('--entity-type-from <pointer>', 'where the entity type stands')
    .option('--entity-id <pointer>', 'where the entity id stands')
    .option('--event-type <pointer>', 'where the event type stands')
    .option('--actor <pointer>', 'where it stands who did it')
    .option('--occurred-at <pointer>', 'where it stands when it happened')
    .option('--recorded-at <pointer>', 'where it stands when it was written down')
    .option('--payload <pointer>', 'where the payload stands (default: the whole line)')
    .option('--payload-text <pointer>', 'where its text stands in lines without that payload')
    .option('--event-id <pointers>', 'where the event id stands; several, joined, with commas between')
    .option('--correlation-id <pointer>', 'where the conversation stands')
    .option('--causation-id <pointer>', 'where the causing event stands')
    .option('--schema-version <pointer>', 'where the schema version of the event type stands')
    .option('--metadata <pointer>', 'what else to keep beside the payload')
    .option('--removed-when <condition>', '/pointer=value: the event removes the entity')
    .optionsGroup('Options of --format git:')
    .option('--path <glob>', 'only files whose path at HEAD matches (may be repeated)', appended)
    .optionsGroup('Options of the store:');
}

const appended = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

async function run(files: readonly string[], options: Options): Promise<void> {
  const request = readImportOptions({ ...options, files });
  if (!request.ok) {
    process.exitCode = refuse(request.error);
    return;
  }
  if (options.dryRun !== true) {
    return runWithApp(options, (viewer, app) => bringIn(viewer, app, request.value, options), {
      create: true,
    });
  }
  const preview = (viewer: Viewer, app: App | null): Promise<ExitCode> =>
    showPreview(viewer, app, request.value, options.json === true);
  await runWithApp(options, preview, { withoutStore: (viewer) => preview(viewer, null) });
}

async function bringIn(
  viewer: Viewer,
  app: App,
  request: ImportRequest,
  options: Options,
): Promise<ExitCode> {
  const lines = new ImportProgressLines(process.stderr, Date.now);
  const done = await importFiles(viewer, app, request, (progress) => lines.report(progress));
  lines.end();
  if (!done.ok) return refuse(done.error);
  for (const note of done.value.notes) say(note);
  if (options.json === true) await offer(JSON.stringify(done.value));
  say(countWords(done.value));
  await catchUpInWords(viewer, app);
  return done.value.refused === 0 ? EXIT.done : EXIT.refused;
}
