import { type Command, Option } from 'commander';
import { type DiffAnswer, readDiff } from '#server';
import { changesJson, patchJson } from '#wire';
import { sayUnknown } from '../absent.ts';
import { answersEntities, type EntityOptions } from '../entity-command.ts';
import { eventWords } from '../event-line.ts';
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
      if (options.format === 'json-patch') await print(patchJson(diff.patch()));
      else if (options.json === true) await print(changesJson(diff));
      else await printChanges(diff);
      return EXIT.done;
    },
    lineOf: (diff, { format }) => {
      if (diff === null) return '{"exists":false}';
      return format === 'json-patch'
        ? `{"exists":true,"patch":${patchJson(diff.patch())}}`
        : `{"exists":true,${changesJson(diff).slice(1)}`;
    },
  });
}

async function printChanges(diff: DiffAnswer): Promise<void> {
  const wordsBefore = leafWords(diff.stateAt('from'));
  const wordsAfter = leafWords(diff.stateAt('to'));
  // Looking back, it is not that event which made the one value into the other.
  const by = diff.isBackwards ? 'last changed in between by ' : '';
  for (const { path, before, after, event } of diff.changes) {
    const sign = before === null ? '+' : after === null ? '-' : '~';
    const was = before === null ? [] : [wordsBefore(path, before)];
    const is = after === null ? [] : [wordsAfter(path, after)];
    const values = [...was, ...is].join(' → ');
    await printWords(`${sign} ${pathWords(path)}  ${values}  (${by}${eventWords(event, diff.axis)})`);
  }
  say(
    `${diff.changes.length} ${diff.changes.length === 1 ? 'change' : 'changes'} from version ${diff.from} to ${diff.to}.`,
  );
}
