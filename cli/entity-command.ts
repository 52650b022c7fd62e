/**
 * What `state`, `diff` and `blame` have in common: they ask about one entity at one or two moments, either `TYPE ID` on the command
 * line, or, with `-` alone, many questions from standard input.
 */
import type { Command } from 'commander';
import type { Result } from '#core';
import type { App, EntityQuestion, Viewer } from '#server';
import { type AxisOptions, withAxisOption } from './axis-option.ts';
import { answerBatch, type MomentName, type Moments } from './batch.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from './command-context.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { refuse, say } from './output.ts';

export type EntityOptions = StoreOptions & AxisOptions & Partial<Moments> & { readonly json?: boolean };

/** A question with each moment that may be asked for; a command reads its own. */
export type EntityAsked = EntityQuestion & Moments;

export interface EntityCommand<Answer, Options> {
  /** The moments that this command reads. */
  readonly moments: readonly MomentName[];
  read(viewer: Viewer, app: App, asked: EntityAsked): Promise<Result<Answer>>;
  /** Writes the answer to the one question of the command line. */
  show(answer: Answer, context: ShowContext<Options>): Promise<ExitCode>;
  /** The answer to one question of many, as one JSON line. */
  lineOf(answer: Answer, options: Options): string;
}

export interface ShowContext<Options> {
  readonly viewer: Viewer;
  readonly app: App;
  readonly asked: EntityAsked;
  readonly options: Options;
}

/** Adds the arguments and options that all of them have, and what is done with them. */
export function answersEntities<Answer, Options extends EntityOptions>(
  command: Command,
  { moments, read, show, lineOf }: EntityCommand<Answer, Options>,
): void {
  const members = ['type', 'id', ...moments].map((name) => `"${name}"`).join(',');
  command
    .argument('<type>', `entity type, or - to read questions {${members}} from standard input`)
    .argument('[id]', 'entity id')
    .option('--json', 'one JSON document');
  withStoreOptions(withAxisOption(command, 'the stream’s own')).action(
    (type: string, id: string | undefined, options: Options) =>
      runWithApp(options, async (viewer, app) => {
        const { namespace, axis = null, at = 'latest', from = '0', to = 'latest' } = options;
        if (type === '-' && id === undefined) {
          return answerBatch(moments, { at, from, to }, async (question) => {
            const found = await read(viewer, app, { namespace, ...question, axis: question.axis ?? axis });
            return found.ok ? { ok: true, value: lineOf(found.value, options) } : found;
          });
        }
        if (id === undefined) {
          say('Write an entity type and an id, or - alone to read questions from standard input.');
          return EXIT.wrongUse;
        }
        const asked = { namespace, axis, type, id, at, from, to };
        const found = await read(viewer, app, asked);
        return found.ok ? show(found.value, { viewer, app, asked, options }) : refuse(found.error);
      }),
  );
}
