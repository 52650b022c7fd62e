import { type Command, Option } from 'commander';
import { canonicalText, type Json } from '#core';
import { type DiffAnswer, readDiff } from '#server';
import { sayUnknown } from '../absent.ts';
import { answersEntities, type EntityOptions } from '../entity-command.ts';
import { eventWords, mentionEvent } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { leafWords, pathWords } from '../leaf-words.ts';
import { print, printWords, say } from '../output.ts';

type Options = EntityOptions & { readonly format: 'changes' | 'json-patch' };

export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('what changed between two moments of an entity, and which event changed it')
    .option('--from <moment>', 'earlier or later moment; 0 is before the first event', '0')
    .option('--to <moment>', 'the other moment', 'latest')
    .addOption(
      new Option('--format <format>', 'how to write it')
        .choices(['changes', 'json-patch'])
        .default('changes'),
    );
  answersEntities<DiffAnswer | null, Options>(command, {
    moments: ['from', 'to'],
    read: readDiff,
    show: async (diff, { viewer, app, asked, options }) => {
      if (diff === null) return sayUnknown(viewer, app, asked);
      if (options.format === 'json-patch') await print(patchText(diff));
      else if (options.json === true) await print(changesText(diff));
      else await printChanges(diff);
      return EXIT.done;
    },
    lineOf: (diff, { format }) => {
      if (diff === null) return '{"exists":false}';
      return format === 'json-patch'
        ? `{"exists":true,"patch":${patchText(diff)}}`
        : `{"exists":true,${changesText(diff).slice(1)}`;
    },
  });
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
