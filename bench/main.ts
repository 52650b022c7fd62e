/** One run: what was asked for is measured, printed and kept in docs/benchmarks.md. */
import { parseArgs } from 'node:util';
import { BenchServer } from './database.ts';
import { circumstances, demandRoom, EXPLORER_BYTES_AN_EVENT, loadInWords } from './machine.ts';
import { measureBrowser } from './measurements/browser.ts';
import { measureCore } from './measurements/core.ts';
import { measureDocuments } from './measurements/documents.ts';
import { explorerSizes, measureExplorer } from './measurements/explorer.ts';
import { measureIngest } from './measurements/ingest.ts';
import { measureScreen } from './measurements/screen.ts';
import { measureServer } from './measurements/server.ts';
import { keepInDocs, type Section, sectionText } from './report.ts';
import { type Scope, say } from './scope.ts';

const MEASUREMENTS = {
  core: measureCore,
  documents: measureDocuments,
  server: measureServer,
  ingest: measureIngest,
  browser: measureBrowser,
  screen: measureScreen,
  explorer: measureExplorer,
} satisfies Record<string, (scope: Scope) => Promise<Section[]>>;

type Measurement = keyof typeof MEASUREMENTS;
const NAMES = Object.keys(MEASUREMENTS) as Measurement[];
/** The explorer is measured by its name alone: it fills tens of gigabytes. */
const ALL = NAMES.filter((name) => name !== 'explorer');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    million: { type: 'boolean', default: false },
    /** Keeps the large logs of the explorer there, for the next run. */
    folder: { type: 'string' },
    /** Of the explorer, only what its read models cost while events arrive: no large log is written, and docs/benchmarks.md stays. */
    keeping: { type: 'boolean', default: false },
    /** Leaves docs/benchmarks.md as it is. */
    dry: { type: 'boolean', default: false },
  },
});
const [what = 'all'] = positionals;
const asked = what === 'all' ? ALL : NAMES.filter((name) => name === what);
const events = Number(values.events ?? 100_000);
const rounds = Number(values.rounds);
if (asked.length === 0 || !(events >= 1_000) || !(rounds >= 1))
  throw new Error(
    'npm run bench -- [core|documents|server|ingest|browser|screen|explorer|all] [--events 1000 or more] [--rounds 1 or more] [--million] [--folder to keep the logs in] [--keeping] [--dry]',
  );

const sizes = values.keeping
  ? []
  : explorerSizes(values.events === undefined ? null : events, values.million);
if (asked.includes('explorer'))
  await demandRoom(
    sizes.reduce((sum, size) => sum + size, 0),
    EXPLORER_BYTES_AN_EVENT,
    values.folder,
  );
else await demandRoom(values.million ? events + 1_000_000 : events);
const { machine, versions, commit } = await circumstances();
const server = await BenchServer.start(values.folder ?? null);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().finally(() => process.exit(1)));
try {
  for (const name of asked) {
    const before = loadInWords();
    const sections = await MEASUREMENTS[name]({ server, events, rounds, million: values.million, sizes });
    const text = [...(await preface(before)), ...sections.map(sectionText)].join('\n\n');
    process.stdout.write(`${text}\n`);
    if (!values.dry && !values.keeping) await keepInDocs(name, text);
  }
} finally {
  say('giving the room back');
  await server.close();
}

async function preface(before: string): Promise<string[]> {
  return [
    `\`npm run bench -- ${process.argv.slice(2).join(' ')}\` at ${commit}, ${new Date().toISOString().slice(0, 10)}; ${rounds} rounds.`,
    `${machine}; PostgreSQL ${await server.version()}. Load average (1, 5, 15 minutes) ${before} at the start, ${loadInWords()} at the end.`,
    `Peers: ${versions.join('; ')}.`,
  ];
}
