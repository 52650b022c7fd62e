import type { Command } from 'commander';
import { type App, readState, type Viewer } from '#server';
import { sayNotThen, sayUnknown } from '../absent.ts';
import { type AxisOptions, withAxisOption } from '../axis-option.ts';
import { answerBatch, type BatchAnswer } from '../batch.ts';
import { print, refuse, runWithApp, type StoreOptions, say, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';

type Options = StoreOptions & AxisOptions & { readonly at: string };

export function registerState(program: Command): void {
  const command = program
    .command('state')
    .description('the exact state of an entity at a moment, as JSON on stdout')
    .argument('<type>', 'entity type, or - to read questions {"type","id","at"} from standard input')
    .argument('[id]', 'entity id')
    .option(
      '--at <moment>',
      'version (812), position (@81204), instant (2026-03-03T14:02:11Z) or latest',
      'latest',
    );
  withStoreOptions(withAxisOption(command)).action((type: string, id: string | undefined, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      if (type === '-' && id === undefined) {
        return answerBatch((question) => answer(viewer, app, options, question));
      }
      if (id === undefined) return missingId();
      const found = await readState(viewer, app, { ...entity(options), type, id, at: options.at });
      if (!found.ok) {
        refuse(found.error, EXIT.wrongUse);
        return EXIT.wrongUse;
      }
      if (!found.value.exists) {
        const asked = { namespace: options.namespace, type, id };
        return found.value.known ? sayNotThen(asked, options.at) : sayUnknown(viewer, app, asked);
      }
      await print(found.value.text);
      return EXIT.done;
    }),
  );
}

export function missingId(): typeof EXIT.wrongUse {
  say('Write an entity type and an id, or - alone to read questions from standard input.');
  return EXIT.wrongUse;
}

/** What a question needs besides type, id and moment. */
export function entity(options: StoreOptions & AxisOptions) {
  return { namespace: options.namespace, axis: options.axis ?? null };
}

async function answer(
  viewer: Viewer,
  app: App,
  options: Options,
  question: { readonly type: string; readonly id: string; readonly at: string },
): Promise<BatchAnswer> {
  const found = await readState(viewer, app, { ...entity(options), ...question });
  if (!found.ok) return found;
  if (!found.value.exists) return { ok: true, line: '{"exists":false}' };
  return { ok: true, line: `{"exists":true,"version":${found.value.version},"state":${found.value.text}}` };
}
