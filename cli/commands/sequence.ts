import { type Command, InvalidArgumentError } from 'commander';
import { type App, findSequences, type Viewer } from '#server';
import type { SequencesAnswer } from '#wire';
import { sayMissingNamespace } from '../absent.ts';
import { type AsOfOptions, asOfAsked, withAsOfOption } from '../as-of-option.ts';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { print, say } from '../output.ts';
import { queryOf } from '../query-words.ts';
import { refuseQuery } from '../refuse-query.ts';
import { funnelLines, matchLines } from '../sequence-lines.ts';

type Options = StoreOptions &
  AsOfOptions & {
    readonly zone: string;
    readonly reached?: number;
    readonly limit: number;
    readonly json?: boolean;
  };

export function registerSequence(program: Command): void {
  const command = program
    .command('sequence')
    .description('where steps follow one another, and how far others got: see docs/guides/sequences.md')
    .argument('<sequence...>', "such as: 'CartAbandoned -> SessionStarted within 7d -> OrderPlaced'")
    .option('--zone <zone>', 'zone of times written without one', 'UTC')
    .option('--reached <step>', 'list the starts that ended after this step of the funnel', wholeNumber)
    .option('--limit <matches>', 'list no more than so many', wholeNumber, 50)
    .option('--json', 'one JSON object: the funnel and the matches')
    .allowUnknownOption();
  withStoreOptions(withAsOfOption(command)).action((words: readonly string[], options: Options) => {
    const text = queryOf(words, command);
    return runWithApp(options, async (viewer, app) => {
      if (await sayMissingNamespace(viewer, app, options.namespace)) return EXIT.notThen;
      await catchUpInWords(viewer, app);
      return find(viewer, app, text, options);
    });
  });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

async function find(viewer: Viewer, app: App, text: string, options: Options): Promise<ExitCode> {
  const { namespace, zone, reached = null, limit, json } = options;
  const asked = {
    namespace,
    text,
    zone,
    reached,
    after: null,
    limit,
    takes: 'all',
    ...asOfAsked(options),
  } as const;
  const found = await findSequences(viewer, app, asked);
  if (!found.ok) return refuseQuery(found.error, text);
  if (json === true) await print(JSON.stringify(found.value));
  else {
    for (const line of funnelLines(found.value)) await print(line);
    const matches = matchLines(found.value);
    if (matches.length > 0) await print('');
    for (const line of matches) await print(line);
  }
  say(trailer(found.value));
  return EXIT.done;
}

/** What is limited says so. */
function trailer({ matches, next, searchedTo, head }: SequencesAnswer): string {
  const listed = `${matches.length} listed, the newest first${next === null ? '' : ', and there are more'}`;
  return searchedTo === head ? `${listed}.` : `${listed}, in the log up to @${searchedTo} of @${head}.`;
}
