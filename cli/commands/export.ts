import type { Command } from 'commander';
import { exportAsked, exportLog } from '#server';
import { exportQuery, readExport, readQuery } from '#wire/api';
import { sayMissingNamespace, sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { runWithApp, withDataDir } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { print, printPiece, refuse, say } from '../output.ts';

interface LogOptions {
  readonly dataDir?: string;
  readonly namespace?: string;
}

interface Options extends LogOptions, AxisOptions {
  readonly type?: readonly string[];
  readonly actor?: readonly string[];
}

export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .description(
      'the whole log as NDJSON (import it elsewhere with --format chronoscope), or with a type and an id a moment, a diff or the events of one entity as a file',
    )
    .argument('[type]', 'entity type')
    .argument('[id]', 'entity id')
    .option('--what <what>', 'of one entity: state, diff, events or changes (default: state)')
    .option('--format <format>', 'json, json-patch, ndjson, csv or markdown (default: the usual one of what)')
    .option('--at <moment>', 'of a state: the moment (default: latest)')
    .option('--from <moment>', 'of a diff or of events: after this moment (default: 0)')
    .option('--to <moment>', 'up to and including this one (default: latest)')
    .option('--type <type>', 'only events of this type, or of any where it is repeated', collect)
    .option('--actor <actor>', 'only events by this actor, or by any where it is repeated', collect)
    .option('--changed <path>', 'only events that changed this path or one below it')
    .option('--text <text>', 'only events whose payload, type or metadata holds this text');
  withDataDir(withAxisOption(command, 'the stream’s own'))
    // Unlike elsewhere there is no default: without it every namespace is exported, or one entity of main.
    .option('--namespace <name>', 'only this namespace (default: all of them; of one entity: main)')
    .action((type: string | undefined, id: string | undefined, options: Options) =>
      type === undefined ? wholeLog(options) : oneEntity(type, id, options),
    );
  command.addHelpText('after', '\nWhat the files hold: docs/guides/export.md');
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function wholeLog({ namespace, ...options }: Options): Promise<void> {
  return runWithApp(options, async (viewer, app) => {
    const idle = Object.keys(options).filter((name) => name !== 'dataDir');
    if (idle.length > 0) {
      say(`--${idle.join(', --')} belongs to the export of one entity: write its type and its id.`);
      return EXIT.wrongUse;
    }
    if (namespace !== undefined && (await sayMissingNamespace(viewer, app, namespace))) return EXIT.notThen;
    for await (const line of exportLog(viewer, app, namespace === undefined ? {} : { namespace })) {
      await print(line);
    }
    return EXIT.done;
  });
}

function oneEntity(type: string, id: string | undefined, options: Options): Promise<void> {
  return runWithApp(options, async (viewer, app) => {
    if (id === undefined) {
      say('Write an entity type and an id, or neither for the whole log.');
      return EXIT.wrongUse;
    }
    const { namespace = 'main', axis = null } = options;
    const query = readQuery(exportQuery, searchOf(options));
    if (!query.ok) return wrongUse(query.error.message);
    const asked = readExport(query.value);
    if (!asked.ok) return wrongUse(asked.error.message);
    const entity = { namespace, type, id };
    const file = await exportAsked(viewer, app, { ...entity, axis, ...asked.value });
    if (!file.ok) return refuse(file.error);
    if (file.value === null) return sayUnknown(viewer, app, entity);
    for await (const piece of file.value.parts) await printPiece(piece);
    return EXIT.done;
  });
}

/** The options are called as the parameters of the API, and read by the same schema. */
function searchOf(options: Options): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) if (Object.hasOwn(exportQuery.shape, name)) search.append(name, String(one));
  }
  return search;
}

function wrongUse(why: string) {
  say(why);
  return EXIT.wrongUse;
}
