import type { Command } from 'commander';
import { type AskedCondition, readFirstWhere } from '#server';
import { firstWhereJson } from '#wire';
import { sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { eventWords } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { print, printWords, refuse, say } from '../output.ts';

type Options = StoreOptions & AxisOptions & { readonly json?: boolean; readonly from: string };

/** `chronoscope first-where`: the first event after which conditions hold together. */
export function registerFirstWhere(program: Command): void {
  const command = program
    .command('first-where')
    .description('the first event after which conditions over fields hold together')
    .argument('<type>', 'entity type')
    .argument('<id>', 'entity id')
    .argument(
      '<condition...>',
      'PATH OP VALUE, one after the other: =, !=, "<", ">" (quoted, or the shell redirects), was, or PATH exists',
    )
    .option('--from <moment>', 'look from this moment on', '0')
    .option('--json', 'one JSON document');
  withStoreOptions(withAxisOption(command, 'the stream’s own')).action(
    (type: string, id: string, words: readonly string[], options: Options) =>
      runWithApp(options, async (viewer, app) => {
        const { namespace, axis = null, from } = options;
        const asked = { namespace, axis, type, id, from, conditions: conditionsOf(words) };
        const found = await readFirstWhere(viewer, app, asked);
        if (!found.ok) return refuse(found.error);
        if (found.value === null) return sayUnknown(viewer, app, asked);
        const { event } = found.value;
        if (options.json === true) await print(firstWhereJson(found.value));
        else if (event !== null) await printWords(eventWords(event, found.value.axis));
        if (event === null) say('That never was so.');
        return event === null ? EXIT.notThen : EXIT.done;
      }),
  );
}

/** What is not a condition is told so by the use case, which knows the comparisons. */
function conditionsOf(words: readonly string[]): readonly AskedCondition[] {
  const conditions: AskedCondition[] = [];
  for (let at = 0; at < words.length; ) {
    const [path = '', op = '', value = null] = words.slice(at, at + 3);
    conditions.push({ path, op, value });
    at += op === 'exists' ? 2 : 3;
  }
  return conditions;
}
