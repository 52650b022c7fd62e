import type { Command } from 'commander';
import { presenceText } from '#core';
import { type App, listEventTypes, readEventType, type Viewer } from '#server';
import type { EventTypeDetailAnswer } from '#wire';
import { TYPES_LIMIT } from '#wire/api';
import { sayMissingNamespace } from '../absent.ts';
import { type AsOfOptions, withAsOfOption } from '../as-of-option.ts';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { print, printWords, refuse, say } from '../output.ts';

type Options = StoreOptions & AsOfOptions & { readonly schema?: string; readonly json?: boolean };

/** `chronoscope types`: which types of events there are, or what the payloads of one look like and when that changed. */
export function registerTypes(program: Command): void {
  const command = program
    .command('types')
    .description('the types of events, or what the payloads of one look like and when that changed')
    .argument('[type]', 'event type')
    .option('--schema <version>', 'with a type: the schema version to show (default: the newest)')
    .option('--json', 'one JSON object a line');
  withStoreOptions(withAsOfOption(command, 'an instant or latest')).action(
    (type: string | undefined, options: Options) =>
      runWithApp(options, async (viewer, app) => {
        if (await sayMissingNamespace(viewer, app, options.namespace)) return EXIT.notThen;
        await catchUpInWords(viewer, app);
        return type === undefined ? list(viewer, app, options) : show(viewer, app, type, options);
      }),
  );
}

async function list(viewer: Viewer, app: App, options: Options): Promise<ExitCode> {
  const { namespace, axis = 'recorded', asOf = 'latest', json } = options;
  const found = await listEventTypes(viewer, app, { namespace, axis, asOf, limit: TYPES_LIMIT });
  if (!found.ok) return refuse(found.error);
  for (const type of found.value.types) {
    if (json === true) await print(JSON.stringify(type));
    else {
      const [first, last] =
        axis === 'recorded'
          ? [type.firstRecorded, type.lastRecorded]
          : [type.firstOccurred, type.lastOccurred];
      const entityTypes = type.entityTypes.map(({ entityType }) => entityType).join(', ');
      const versions = type.versions.map(({ schemaVersion }) => `v${schemaVersion}`).join(' ');
      await printWords(type.type, entityTypes, String(type.events), first, last, versions);
    }
  }
  const { all, types } = found.value;
  if (types.length < all) say(`The ${types.length} types with most events, of ${all}.`);
  return EXIT.done;
}

async function show(viewer: Viewer, app: App, type: string, options: Options): Promise<ExitCode> {
  const { namespace, axis = 'recorded', asOf = 'latest', schema, json } = options;
  if (schema !== undefined && !/^[1-9]\d{0,9}$/.test(schema)) return wrongSchema(schema);
  const read = await readEventType(viewer, app, {
    ...{ namespace, type, axis, asOf },
    schemaVersion: schema === undefined ? null : Number(schema),
  });
  if (!read.ok) return refuse(read.error);
  if (read.value === null) {
    const then = asOf === 'latest' ? '' : `, as of ${asOf}`;
    say(
      `No event of ${namespace} has the type ${type}${schema === undefined ? '' : ` in schema version ${schema}`}${then}.`,
    );
    return EXIT.notThen;
  }
  if (json === true) await print(JSON.stringify(read.value));
  else await printShape(read.value);
  return EXIT.done;
}

function wrongSchema(schema: string): ExitCode {
  say(`--schema is a schema version, a whole number from 1, not "${schema}".`);
  return EXIT.wrongUse;
}

async function printShape(type: EventTypeDetailAnswer): Promise<void> {
  say(`${type.events} events; payloads of schema version ${type.shown}.`);
  const shown = type.versions.find(({ schemaVersion }) => schemaVersion === type.shown);
  if (shown !== undefined && shown.looked < shown.events)
    say(`Of its ${shown.events} payloads the first ${shown.looked} in the log are looked at.`);
  for (const field of type.fields) {
    const kinds = field.kinds.map(({ kind }) => kind).join(' | ');
    await printWords(field.path === '' ? '(payload)' : field.path, kinds, presenceText(field));
  }
  for (const { what, path, at, last, from, to } of type.drift)
    await printWords(what, path, `@${at}`, ...(last === null ? [] : [`${from} until @${last}, ${to} since`]));
  if (type.dropped > 0) say(`Not shown: ${type.dropped} values at places for which there was no room.`);
}
