import { type Command, Option } from 'commander';
import { canonicalText, type Json } from '#core';
import { type App, type DiffAnswer, readDiff, type Viewer } from '#server';
import { sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { answerBatch, type BatchAnswer } from '../batch.ts';
import {
  print,
  printWords,
  refuse,
  runWithApp,
  type StoreOptions,
  say,
  withStoreOptions,
} from '../command-context.ts';
import { eventWords, mentionEvent } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { leafWords, pathWords } from '../leaf-words.ts';
import { entity, missingId } from './state.ts';

type Options = StoreOptions &
  AxisOptions & {
    readonly from?: string;
    readonly to: string;
    readonly format: 'changes' | 'json-patch';
    readonly json?: boolean;
  };

export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('what changed between two moments of an entity, and which event changed it')
    .argument('<type>', 'entity type, or - to read questions {"type","id","from","to"} from standard input')
    .argument('[id]', 'entity id')
    .option('--from <moment>', 'earlier or later moment; 0 is before the first event', '0')
    .option('--to <moment>', 'the other moment', 'latest')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['changes', 'json-patch'])
        .default('changes'),
    )
    .option('--json', 'one JSON document');
  withStoreOptions(withAxisOption(command)).action((type: string, id: string | undefined, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      if (type === '-' && id === undefined) {
        return answerBatch((question) => answer(viewer, app, options, question));
      }
      if (id === undefined) return missingId();
      const range = { from: options.from ?? '0', to: options.to };
      const found = await readDiff(viewer, app, { ...entity(options), type, id, ...range });
      if (!found.ok) {
        refuse(found.error, EXIT.wrongUse);
        return EXIT.wrongUse;
      }
      if (found.value === null) {
        return sayUnknown(viewer, app, { namespace: options.namespace, type, id });
      }
      if (options.format === 'json-patch') await print(patchText(found.value));
      else if (options.json === true) await print(changesText(found.value));
      else await printChanges(found.value);
      return EXIT.done;
    }),
  );
}

async function printChanges(diff: DiffAnswer): Promise<void> {
  const wordsBefore = leafWords(diff.stateAt('from'));
  const wordsAfter = leafWords(diff.stateAt('to'));
  for (const { path, before, after, event } of diff.changes) {
    const sign = before === null ? '+' : after === null ? '-' : '~';
    const was = before === null ? [] : [wordsBefore(path, before)];
    const is = after === null ? [] : [wordsAfter(path, after)];
    const values = [...was, ...is].join(' → ');
    await printWords(`${sign} ${pathWords(path)}  ${values}  (${eventWords(event, diff.axis)})`);
  }
  say(
    `${diff.changes.length} ${diff.changes.length === 1 ? 'change' : 'changes'} from version ${diff.from} to ${diff.to}.`,
  );
}

/** `before` and `after` are left out where the leaf was absent, so that a JSON null stays a value. */
function changesText(diff: DiffAnswer): string {
  const changes = diff.changes.map(({ path, before, after, event }) => {
    const members = [`"path":${JSON.stringify(path)}`];
    if (before !== null) members.push(`"before":${before}`);
    if (after !== null) members.push(`"after":${after}`);
    members.push(`"event":${JSON.stringify(mentionEvent(event))}`);
    return `{${members.join(',')}}`;
  });
  return `{"from":${diff.from},"to":${diff.to},"axis":"${diff.axis}","changes":[${changes.join(',')}]}`;
}

function patchText(diff: DiffAnswer): string {
  const operations: readonly Json[] = diff.patch().map((operation) => ({ ...operation }));
  return canonicalText(operations);
}

async function answer(
  viewer: Viewer,
  app: App,
  options: Options,
  question: { readonly type: string; readonly id: string; readonly from: string; readonly to: string },
): Promise<BatchAnswer> {
  const found = await readDiff(viewer, app, { ...entity(options), ...question });
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, line: '{"exists":false}' };
  if (options.format === 'json-patch')
    return { ok: true, line: `{"exists":true,"patch":${patchText(found.value)}}` };
  return { ok: true, line: `{"exists":true,${changesText(found.value).slice(1)}` };
}
