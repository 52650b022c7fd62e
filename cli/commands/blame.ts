import type { Command } from 'commander';
import { type App, type BlameAnswer, readBlame, type Viewer } from '#server';
import { sayNotThen, sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { answerBatch, type BatchAnswer } from '../batch.ts';
import {
  print,
  printWords,
  refuse,
  runWithApp,
  type StoreOptions,
  withStoreOptions,
} from '../command-context.ts';
import { eventWords, mentionEvent } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { leafWords, pathWords } from '../leaf-words.ts';
import { entity, missingId } from './state.ts';

type Options = StoreOptions & AxisOptions & { readonly at: string; readonly json?: boolean };

export function registerBlame(program: Command): void {
  const command = program
    .command('blame')
    .description('for every path of a state: its value, and the event that last set it')
    .argument('<type>', 'entity type, or - to read questions {"type","id","at"} from standard input')
    .argument('[id]', 'entity id')
    .option('--at <moment>', 'version, @position, instant or latest', 'latest')
    .option('--json', 'one JSON document');
  withStoreOptions(withAxisOption(command)).action((type: string, id: string | undefined, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      if (type === '-' && id === undefined) {
        return answerBatch((question) => answer(viewer, app, options, question));
      }
      if (id === undefined) return missingId();
      const found = await readBlame(viewer, app, { ...entity(options), type, id, at: options.at });
      if (!found.ok) {
        refuse(found.error, EXIT.wrongUse);
        return EXIT.wrongUse;
      }
      if (!found.value.exists) {
        const asked = { namespace: options.namespace, type, id };
        return found.value.known ? sayNotThen(asked, options.at) : sayUnknown(viewer, app, asked);
      }
      if (options.json === true) await print(blameText(found.value));
      else await printLines(found.value);
      return EXIT.done;
    }),
  );
}

type Blame = Extract<BlameAnswer, { exists: true }>;

async function printLines({ lines, axis }: Blame): Promise<void> {
  const valueWords = leafWords(lines);
  for (const { path, text, event } of lines) {
    await printWords(`${pathWords(path)}  ${valueWords(path, text)}  (${eventWords(event, axis)})`);
  }
}

function blameText(blame: Blame): string {
  const lines = blame.lines.map(
    ({ path, text, event }) =>
      `{"path":${JSON.stringify(path)},"value":${text},"event":${JSON.stringify(mentionEvent(event))}}`,
  );
  return `{"exists":true,"version":${blame.version},"axis":"${blame.axis}","blame":[${lines.join(',')}]}`;
}

async function answer(
  viewer: Viewer,
  app: App,
  options: Options,
  question: { readonly type: string; readonly id: string; readonly at: string },
): Promise<BatchAnswer> {
  const found = await readBlame(viewer, app, { ...entity(options), ...question });
  if (!found.ok) return found;
  return { ok: true, line: found.value.exists ? blameText(found.value) : '{"exists":false}' };
}
