import type { Command } from 'commander';
import { fieldPointer, formatInstant, NOTES_ENTITY_TYPE } from '#core';
import {
  type App,
  countEntities,
  countEntitiesFound,
  type EntitiesQuestion,
  findEntities,
  listEntities,
  type Viewer,
} from '#server';
import { type EntityRowAnswer, entityRowJson, type FoundEntityAnswer, foundEntityJson } from '#wire';
import { sayMissingNamespace } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { print, printWords, refuse, say } from '../output.ts';
import { refuseQuery } from '../refuse-query.ts';

type Options = StoreOptions &
  AxisOptions & {
    readonly type?: string;
    readonly asOf?: string;
    readonly count?: boolean;
    readonly withRemoved?: boolean;
    readonly query?: string;
    readonly zone: string;
    readonly column?: readonly string[];
    readonly json?: boolean;
  };

const PAGE = 1_000;

export function registerEntities(program: Command): void {
  const command = program
    .command('entities')
    .description('the entities that exist, now or as of a moment')
    .option('--type <type>', 'only this entity type')
    .option('--as-of <moment>', 'an instant, @position or latest')
    .option('--query <query>', 'only those that a query finds as they were then, such as state:/status=open')
    .option('--zone <zone>', 'zone of times in --query written without one', 'UTC')
    .option('--column <path>', 'with --query: the value of a field then (may be repeated)', appended)
    .option('--count', 'only how many')
    .option('--with-removed', 'also those that were removed by then')
    .option('--json', 'one JSON object a line');
  withStoreOptions(withAxisOption(command, 'recorded')).action((options: Options) =>
    runWithApp(options, async (viewer, app) => {
      const question: EntitiesQuestion = {
        namespace: options.namespace,
        withRemoved: options.withRemoved ?? false,
        ...(options.type === undefined ? {} : { type: options.type }),
        ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
        ...(options.axis === undefined ? {} : { axis: options.axis }),
      };
      // Without the option nobody asked for `main`, so that it has nothing yet is an answer.
      const isMissing = await sayMissingNamespace(viewer, app, options.namespace);
      if (isMissing && options.namespace !== 'main') return EXIT.notThen;
      await sayHiddenNotes(viewer, app, question);
      if (options.query !== undefined || options.column !== undefined) {
        await catchUpInWords(viewer, app);
        return listFound(viewer, app, options, options.query ?? '');
      }
      return options.count === true
        ? count(viewer, app, question, options)
        : list(viewer, app, question, options);
    }),
  );
}

/** Notes of readers are no entities; where somebody asks for everything, that they are left out is said. */
async function sayHiddenNotes(viewer: Viewer, app: App, question: EntitiesQuestion): Promise<void> {
  if (question.type !== undefined) return;
  const notes = await countEntities(viewer, app, { ...question, type: NOTES_ENTITY_TYPE });
  if (!notes.ok || notes.value === 0) return;
  say(`Not listed: notes on ${notes.value} of them (--type '${NOTES_ENTITY_TYPE}' lists those).`);
}

async function count(
  viewer: Viewer,
  app: App,
  question: EntitiesQuestion,
  options: Options,
): Promise<ExitCode> {
  const counted = await countEntities(viewer, app, question);
  if (!counted.ok) return refuse(counted.error);
  await print(options.json === true ? JSON.stringify({ count: counted.value }) : String(counted.value));
  return EXIT.done;
}

async function list(
  viewer: Viewer,
  app: App,
  question: EntitiesQuestion,
  options: Options,
): Promise<ExitCode> {
  let after: { readonly entityType: string; readonly entityId: string } | null = null;
  do {
    const page = await listEntities(viewer, app, {
      ...question,
      limit: PAGE,
      ...(after === null ? {} : { after }),
    });
    if (!page.ok) return refuse(page.error);
    for (const row of page.value.rows) {
      if (options.json === true) await print(entityRowJson(row));
      else await printWords(...rowColumns(row));
    }
    after = page.value.next;
  } while (after !== null);
  return EXIT.done;
}

function rowColumns(row: EntityRowAnswer): readonly string[] {
  const columns = [row.entityType, row.entityId, String(row.version), formatInstant(row.lastRecorded)];
  return row.removed ? [...columns, 'removed'] : columns;
}

async function listFound(viewer: Viewer, app: App, options: Options, text: string): Promise<ExitCode> {
  const { namespace, zone, column: columns = [] } = options;
  const question = {
    ...{ namespace, text, zone },
    asOf: options.asOf ?? 'latest',
    axis: options.axis ?? 'recorded',
    withRemoved: options.withRemoved ?? false,
    ...(options.type === undefined ? {} : { type: options.type }),
  };
  if (options.count === true) {
    const counted = await countEntitiesFound(viewer, app, question);
    if (!counted.ok) return refuseQuery(counted.error, text);
    await print(options.json === true ? JSON.stringify({ count: counted.value }) : String(counted.value));
    return EXIT.done;
  }
  let after: { readonly entityType: string; readonly entityId: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof findEntities>> = await findEntities(viewer, app, {
      ...question,
      columns,
      after,
      limit: PAGE,
    });
    if (!page.ok) return refuseQuery(page.error, text);
    for (const row of page.value.entities) {
      if (options.json === true) await print(foundEntityJson(row));
      else await printWords(...rowColumns(row), ...columns.map((path) => valueAt(row, path)));
    }
    after = page.value.next;
  } while (after !== null);
  return EXIT.done;
}

function valueAt({ values }: FoundEntityAnswer, written: string): string {
  const path = fieldPointer(written);
  const found = values.find((one) => one.path === path);
  return found === undefined ? '-' : `${found.value}${found.isCut ? '…' : ''}`;
}

const appended = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];
