import type { Command } from 'commander';
import { type App, type Comparison, compareMoments, type Viewer, WHOLE_LIST } from '#server';
import { sayMissingNamespace } from '../absent.ts';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { print, printWords, refuse, say } from '../output.ts';

type Options = StoreOptions & {
  readonly from: string;
  readonly to: string;
  readonly stat?: boolean;
  readonly json?: boolean;
};

const PAGE = 1_000;

export function registerCompare(program: Command): void {
  const command = program
    .command('compare')
    .description('which entities appeared, vanished and changed between two moments, as we knew it')
    .requiredOption('--from <moment>', 'an instant, @position or latest')
    .option('--to <moment>', 'an instant, @position or latest', 'latest')
    .option('--stat', 'only the numbers by type, and the fields that changed most')
    .option('--json', 'one JSON object a line');
  withStoreOptions(command).action((options: Options) =>
    runWithApp(options, async (viewer, app) => {
      if (await sayMissingNamespace(viewer, app, options.namespace)) return EXIT.notThen;
      await catchUpInWords(viewer, app);
      return compare(viewer, app, options);
    }),
  );
}

async function compare(viewer: Viewer, app: App, options: Options): Promise<ExitCode> {
  const { namespace, from, to, stat, json } = options;
  let after: Comparison['next'] = null;
  let isFirst = true;
  do {
    const page = await compareMoments(viewer, app, {
      ...{ namespace, from, to, after },
      ...WHOLE_LIST,
      limit: PAGE,
    });
    if (!page.ok) return refuse(page.error);
    if (stat !== true) for (const entity of page.value.entities) await printEntity(entity, json === true);
    if (isFirst) await printNumbers(page.value, stat === true, json === true);
    isFirst = false;
    after = stat === true ? null : page.value.next;
  } while (after !== null);
  return EXIT.done;
}

async function printEntity(entity: Comparison['entities'][number], asJson: boolean): Promise<void> {
  if (asJson) return print(JSON.stringify(entity));
  const { entityType, entityId, became, fields, events, versionBefore, versionAfter } = entity;
  const what = counted(fields, 'field', 'fields');
  const how = counted(events, 'event', 'events');
  await printWords(became, entityType, entityId, `#${versionBefore}..#${versionAfter}`, what, how);
}

/** To whoever reads the list on a screen the numbers are said beside it; as an answer they stand where they are asked for. */
async function printNumbers(numbers: Comparison, isAnswer: boolean, asJson: boolean): Promise<void> {
  const { types, paths, actors, allPaths, allActors, changedTo, head } = numbers;
  if (isAnswer && asJson) {
    const known = { changedTo: String(changedTo), head: String(head) };
    return print(JSON.stringify({ types, paths, allPaths, actors, allActors, ...known }));
  }
  const tell = isAnswer ? print : async (line: string) => say(line);
  for (const { entityType, appeared, vanished, changed, fields, events } of types)
    await tell(
      `${entityType}: ${appeared} appeared, ${vanished} vanished, ${changed} changed; ${counted(fields, 'field', 'fields')} by ${counted(events, 'event', 'events')}`,
    );
  if (types.length === 0) await tell('Nothing differs.');
  if (isAnswer) {
    for (const { path, entities } of paths)
      await printWords('field', path === '' ? '(the whole)' : path, counted(entities, 'entity', 'entities'));
    for (const { actor, events } of actors)
      await printWords('actor', actor ?? '(nobody)', counted(events, 'event', 'events'));
    sayCut(paths.length, allPaths, 'fields');
    sayCut(actors.length, allActors, 'actors');
  }
  if (changedTo < head) say(`In the log up to @${changedTo} of @${head}.`);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is limited says so. */
function sayCut(shown: number, all: number, what: string): void {
  if (shown < all) say(`${shown} of ${all} ${what}, those that changed most first.`);
}
