import { type Command, InvalidArgumentError, Option } from 'commander';
import { type App, countFound, findEvents, type Viewer } from '#server';
import { decodeFoundPlace, type FoundEventAnswer } from '#wire';
import { sayMissingNamespace } from '../absent.ts';
import { type AsOfOptions, asOfAsked, withAsOfOption } from '../as-of-option.ts';
import { catchUpInWords } from '../catch-up-lines.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { print, printWords, say } from '../output.ts';
import { queryOf } from '../query-words.ts';
import { refuseQuery } from '../refuse-query.ts';

type Options = StoreOptions &
  AsOfOptions & {
    readonly zone: string;
    readonly sort: 'recorded' | 'occurred' | 'position';
    readonly oldestFirst?: boolean;
    readonly limit?: number;
    readonly count?: boolean;
    readonly json?: boolean;
  };

const PAGE = 1_000;
const WOULD_BE_SLOW = 'CS-324';
/** What is counted by then is not told to be slow. */
const QUICK_MS = 2_000;

export function registerSearch(program: Command): void {
  const command = program
    .command('search')
    .description('the events that a query finds, newest first: see docs/guides/query-language.md')
    .argument('[query...]', 'such as: actor:alice path:/status "late delivery" (nothing: every event)')
    .option('--zone <zone>', 'zone of times written without one', 'UTC')
    .addOption(
      new Option('--sort <clock>', 'by which clock')
        .choices(['recorded', 'occurred', 'position'])
        .default('recorded'),
    )
    .option('--oldest-first', 'the other way round')
    .option('--limit <events>', 'no more than so many', wholeNumber)
    .option('--count', 'only how many')
    .option('--json', 'one JSON object a line')
    .allowUnknownOption();
  withStoreOptions(withAsOfOption(command)).action((words: readonly string[], options: Options) => {
    const text = queryOf(words, command);
    return runWithApp(options, async (viewer, app) => {
      if (await sayMissingNamespace(viewer, app, options.namespace)) return EXIT.notThen;
      await catchUpInWords(viewer, app);
      return options.count === true ? count(viewer, app, text, options) : list(viewer, app, text, options);
    });
  });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}

async function count(viewer: Viewer, app: App, text: string, options: Options): Promise<ExitCode> {
  const { namespace, zone } = options;
  const telling = setTimeout(() => say('This takes a while; it is given up after ten minutes.'), QUICK_MS);
  const counted = await countFound(viewer, app, { namespace, text, zone, ...asOfAsked(options) }).finally(
    () => clearTimeout(telling),
  );
  if (!counted.ok) return refuseQuery(counted.error, text);
  await print(options.json === true ? JSON.stringify({ count: counted.value }) : String(counted.value));
  return EXIT.done;
}

async function list(viewer: Viewer, app: App, text: string, options: Options): Promise<ExitCode> {
  const { namespace, zone, sort, oldestFirst, limit = Number.POSITIVE_INFINITY } = options;
  const direction = oldestFirst === true ? 'asc' : 'desc';
  let after = null;
  let seen = 0;
  let isPatient = false;
  for (;;) {
    const page = await findEvents(viewer, app, {
      namespace,
      text,
      zone,
      ...asOfAsked(options),
      sort,
      direction,
      after,
      limit: Math.min(PAGE, limit - seen),
      isPatient,
    });
    // Said before it is done: whoever asked may end it.
    if (!page.ok && page.error.code === WOULD_BE_SLOW && !isPatient) {
      say(`${page.error.message} Looking for up to a minute …`);
      isPatient = true;
      continue;
    }
    if (!page.ok) return refuseQuery(page.error, text);
    for (const event of page.value.events) {
      seen += 1;
      if (options.json === true) await print(JSON.stringify(event));
      else await printWords(...columnsOf(event, sort));
    }
    const { next, searchedTo, head } = page.value;
    const place = next === null ? null : decodeFoundPlace(next);
    if (place === null || !place.ok || seen >= limit) {
      say(trailer(seen, place !== null, searchedTo, head));
      return EXIT.done;
    }
    after = place.value;
  }
}

/** What is limited says so. */
function trailer(seen: number, isMore: boolean, searchedTo: string, head: string): string {
  const found = `${seen} ${seen === 1 ? 'event' : 'events'}${isMore ? ', and there are more' : ''}`;
  return searchedTo === head ? `${found}.` : `${found}, in the log up to @${searchedTo} of @${head}.`;
}

const SHOWN_CHANGES = 2;

function columnsOf(event: FoundEventAnswer, sort: Options['sort']): readonly string[] {
  const { position, entityType, entityId, version, type, actor, changes, changed } = event;
  const time = sort === 'occurred' || event.recordedIsOurs ? event.occurredAt : event.recordedAt;
  const shown = changes
    .slice(0, SHOWN_CHANGES)
    .map(({ path, value, isCut }) => `${path}=${value ?? '(gone)'}${isCut ? '…' : ''}`);
  const more = changed !== null && changed > shown.length ? [`+${changed - shown.length}`] : [];
  return [
    `@${position}`,
    time,
    `${entityType}/${entityId}#${version}`,
    type,
    actor ?? '-',
    changed === null ? '(not known yet)' : [...shown, ...more].join(' '),
  ];
}
