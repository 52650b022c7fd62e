/** The commands as their users run them, with odd input and readers that leave. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#database';
import { type CommandResult, runCommand, startCommand } from '../lib/testing/chronoscope-process.ts';

const ENTITIES = 1_100;
const MAPPING = [
  '--format',
  'ndjson',
  '--entity-type',
  'order',
  '--entity-id',
  '/id',
  '--event-type',
  '/type',
];

let folder = '';
let release = async (): Promise<void> => undefined;
const command = (args: readonly string[], stdin?: string): Promise<CommandResult> =>
  runCommand([...args, '--data-dir', path.join(folder, 'data')], stdin);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'chronoscope-commands-'));
  // Held open for all commands below, so that not every one of them starts and stops PostgreSQL.
  const database = await openDatabase({ dataDir: path.join(folder, 'data'), create: true });
  if (!database.ok) throw new Error(database.error.message);
  release = database.value.close;
  const ids = [
    'a/b',
    '..',
    '',
    'x\ny',
    '1',
    '1',
    ...Array.from({ length: ENTITIES }, (_none, nth) => `n${nth}`),
  ];
  const lines = ids.map((id, nth) => `${JSON.stringify({ id, type: 'Changed', nth })}\n`);
  await writeFile(path.join(folder, 'log.ndjson'), lines.join(''));
  const imported = await command(['import', path.join(folder, 'log.ndjson'), ...MAPPING]);
  expect(imported).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`${ids.length} added`) });
}, 120_000);

afterAll(async () => {
  await release();
  await rm(folder, { recursive: true, force: true });
});

describe('search', () => {
  it('finds events, newest first, and says how many and how far the log was searched', async () => {
    const found = await command(['search', 'entity:order/1', '--sort', 'position']);
    expect(found).toMatchObject({ exitCode: 0, stderr: '2 events.\n' });
    expect(found.stdout.split('\n').map((line) => line.split('\t')[2])).toEqual([
      'order/1#2',
      'order/1#1',
      undefined,
    ]);
    const limited = await command(['search', '--limit', '1', '--json']);
    expect(limited.stderr).toBe('1 event, and there are more.\n');
    expect(JSON.parse(limited.stdout)).toMatchObject({ entityType: 'order', version: 1, changed: 3 });
  });

  it('counts all of them', async () => {
    expect(await command(['search', '--count', 'set:/nth>=6'])).toMatchObject({
      exitCode: 0,
      stdout: `${ENTITIES}\n`,
    });
    expect(await command(['search', '--count', '--json', 'nothing-like-it'])).toMatchObject({
      stdout: '{"count":0}\n',
    });
  });

  it('pages through more than one page without losing any', async () => {
    const found = await command(['search', 'id:n*', '--oldest-first', '--sort', 'position']);
    expect(found.stdout.trimEnd().split('\n')).toHaveLength(ENTITIES);
  });

  it('takes words that begin with a minus as its own, and no option that is misspelled', async () => {
    const all = await command(['search', '--count']);
    const [one, others] = [
      await command(['search', 'entity:order/1', '--count']),
      await command(['search', '-entity:order/1', '--count']),
    ];
    expect(Number(one.stdout)).toBeGreaterThan(0);
    expect(Number(one.stdout) + Number(others.stdout)).toBe(Number(all.stdout));
    const none = await command(['search', 'entity:order/1', '-type:*', '--count']);
    expect(none).toMatchObject({ exitCode: 0, stdout: '0\n' });
    const misspelled = await command(['search', '--cuont', 'entity:order/1']);
    expect(misspelled).toMatchObject({ exitCode: 2, stdout: '' });
    expect(misspelled.stderr).toContain("unknown option '--cuont'");
  });

  it('says that there is no such namespace, where nothing is found for that', async () => {
    const nowhere = await command(['search', '--namespace', 'nope', '--count']);
    expect(nowhere).toMatchObject({ exitCode: 3, stdout: '' });
    expect(nowhere.stderr).toContain('No event is in the namespace nope.');
  });

  it('shows where a query cannot be read, and what may have been meant', async () => {
    const refused = await command(['search', 'typ:Changed']);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('  typ:Changed\n  ^^^\n');
    expect(refused.stderr).toContain('Perhaps: type:Changed');
    expect(await command(['search', 'state:/nth=1'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('CS-152'),
    });
    expect(await command(['search', '--zone', 'Mars/Olympus', 'today'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('CS-124'),
    });
  });
});

describe('compare', () => {
  it('lists what became of entities between two moments, and counts it by type', async () => {
    const listed = await command(['compare', '--from', '@4', '--to', '@6']);
    expect(listed).toMatchObject({
      exitCode: 0,
      stdout: 'appeared\torder\t1\t#0..#2\t3 fields\t2 events\n',
      stderr: 'order: 1 appeared, 0 vanished, 0 changed; 3 fields by 2 events\n',
    });
    const back = await command(['compare', '--from', '@6', '--to', '@4', '--json']);
    expect(JSON.parse(back.stdout)).toMatchObject({
      became: 'vanished',
      entityId: '1',
      versionBefore: 2,
      versionAfter: 0,
    });
    const stat = await command(['compare', '--from', '@5', '--to', '@6', '--stat']);
    expect(stat).toMatchObject({
      stdout:
        'order: 0 appeared, 0 vanished, 1 changed; 1 field by 1 event\nfield\t/nth\t1 entity\nactor\t(nobody)\t1 event\n',
      stderr: '',
    });
    const position = expect.stringMatching(/^\d+$/);
    const numbers = await command(['compare', '--from', '@5', '--to', '@6', '--stat', '--json']);
    expect(JSON.parse(numbers.stdout)).toMatchObject({
      allPaths: 1,
      allActors: 1,
      ...{ changedTo: position, head: position },
    });
    expect(await command(['compare', '--from', '7'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('CS-112'),
    });
  });

  it('says how a moment of the store is written, which is by no version', async () => {
    const refused = await command(['compare', '--from', 'yesterday']);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('Write a position (@81204), an instant');
    expect(refused.stderr).not.toContain('version');
  });

  it('says how many fields there are where it names the first of them', async () => {
    const wide = (value: number) =>
      Object.fromEntries(Array.from({ length: 25 }, (_, nth) => [`f${nth}`, value]));
    const lines = [1, 2].map((value) => JSON.stringify({ id: '1', type: 'Changed', ...wide(value) }));
    await writeFile(path.join(folder, 'wide.ndjson'), `${lines.join('\n')}\n`);
    await command(['import', path.join(folder, 'wide.ndjson'), '--namespace', 'wide', ...MAPPING]);
    const found = await command(['search', '--namespace', 'wide', '--json', 'version:1']);
    const { position } = JSON.parse(found.stdout);
    const stat = await command(['compare', '--namespace', 'wide', '--from', `@${position}`, '--stat']);
    expect(stat.stdout.split('\n').filter((one) => one.startsWith('field\t'))).toHaveLength(20);
    expect(stat.stderr).toBe('20 of 25 fields, those that changed most first.\n');
  });
});

describe('entities', () => {
  it('are of the type that is asked for, whatever the query says', async () => {
    const found = await command(['entities', '--type', 'order', '--query', 'id:n1', '--count']);
    expect(found).toMatchObject({ exitCode: 0, stdout: '1\n' });
    expect(await command(['entities', '--type', 'other', '--query', 'id:n1', '--count'])).toMatchObject({
      stdout: '0\n',
    });
    const unbalanced = await command(['entities', '--type', 'other', '--query', 'id:x) OR (id:n1']);
    expect(unbalanced).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unbalanced.stderr).toContain('  id:x) OR (id:n1\n      ^');
  });
});

describe('state, diff and blame', () => {
  it('answer each line of standard input in its place', async () => {
    const lines = [
      '{"type":"order","id":"1","at":1}',
      'no',
      '{"type":"order","id":"1"}',
      '{"type":"order","id":"?"}',
    ];
    const state = await command(['state', '-'], lines.join('\n'));
    expect(state.exitCode).toBe(1);
    expect(state.stdout.split('\n')).toEqual([
      '{"exists":true,"version":1,"state":{"id":"1","nth":4,"type":"Changed"}}',
      '{"error":"CS-113: Write one JSON object a line: {\\"type\\",\\"id\\",\\"at\\"}, and \\"axis\\" where it matters."}',
      '{"exists":true,"version":2,"state":{"id":"1","nth":5,"type":"Changed"}}',
      '{"exists":false}',
      '',
    ]);
  });

  it('answer for no moment that a question did not mean', async () => {
    const state = await command(['state', '-'], '{"type":"order","id":"1","from":1}');
    expect(state).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('CS-113') });
    const diff = await command(['diff', '-'], '{"type":"order","id":"1","at":1}');
    expect(diff).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('CS-113') });
    for (const member of ['"when":"5"', '"axis":"sideways"']) {
      const other = await command(['state', '-'], `{"type":"order","id":"1",${member}}`);
      expect(other).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('CS-113') });
    }
    const blame = await command(['blame', '-'], '{"type":"order","id":"1","axis":"recorded"}');
    expect(JSON.parse(blame.stdout)).toMatchObject({ axis: 'recorded' });
    const usual = await command(['state', '-', '--at', '1'], '{"type":"order","id":"1"}');
    expect(usual).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"version":1,') });
  });

  it.each(['a/b', '..', '', 'x\ny'])('find the entity %j', async (id) => {
    const state = await command(['state', 'order', id, '--json']);
    expect(state.exitCode).toBe(0);
    expect(JSON.parse(state.stdout)).toMatchObject({ exists: true, version: 1, state: { id } });
  });

  it.each([
    ['0', 3],
    ['99', 2],
    ['-1', 2],
    ['1.5', 2],
    ['2026-03-03T14:02:11', 2],
    ['@999999', 2],
    ['@0', 3],
  ])('at %s end with %i', async (moment, exitCode) => {
    expect(await command(['state', 'order', '1', `--at=${moment}`])).toMatchObject({ exitCode, stdout: '' });
  });
});

describe('field and first-where', () => {
  it('list the values of a field, and the first event at which it had one', async () => {
    const field = await command(['field', 'order', '1', '/nth']);
    expect(field).toMatchObject({ exitCode: 0, stderr: '2 values.\n' });
    expect(field.stdout).toMatch(/^4 {2}\(#1 Changed.*\n5 {2}\(#2 Changed.*\n$/);
    const whole = await command(['field', 'order', '1', '', '--json']);
    expect(JSON.parse(whole.stdout)).toMatchObject({
      values: [{ value: { nth: 4 } }, { value: { nth: 5 } }],
      next: null,
    });
    const first = await command(['first-where', 'order', '1', '/nth', '>', '4', '/type', 'exists']);
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^#2 Changed/) });
    const json = await command(['first-where', 'order', '1', '/type', '=', 'Changed', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ found: true, event: { version: 1 } });
  });

  it.each([
    [['field', 'order', 'unknown', '/nth'], 3],
    [['field', 'order', '1', 'nth'], 2],
    [['first-where', 'order', '1', '/nth', '=', '99'], 3],
    [['first-where', 'order', '1', '/nth', 'like', '99'], 2],
    [['first-where', 'order', '1', '/nth', '<'], 2],
    [['first-where', 'order', '1', '/nth'], 2],
    [['first-where', 'order', 'unknown', '/nth', '=', '99'], 3],
  ])('%j ends with %i', async (args, exitCode) => {
    expect(await command(args)).toMatchObject({ exitCode, stdout: '' });
  });
});

describe('types', () => {
  it('lists the types of events, and what the payloads of one look like', async () => {
    const listed = await command(['types']);
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(listed.stdout).toMatch(/^Changed\torder\t1106\t20\S+Z\t20\S+Z\tv1\n$/);
    const shown = await command(['types', 'Changed']);
    expect(shown.stdout.split('\n')).toContain('/nth\tnumber\t100 %');
    const read = await command(['types', 'Changed', '--json']);
    expect(JSON.parse(read.stdout)).toMatchObject({ type: 'Changed', events: 1_106, shown: 1 });
  });

  it('says what there is not, and refuses what is no schema version', async () => {
    expect(await command(['types', 'Gone'])).toMatchObject({
      exitCode: 3,
      stderr: 'No event of main has the type Gone.\n',
    });
    expect(await command(['types', 'Changed', '--schema', '2'])).toMatchObject({ exitCode: 3 });
    const refused = await command(['types', 'Changed', '--schema', 'new']);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('not "new"') });
  });
});

it('rebuild drops what follows from the log and makes it anew, says how far it is, and answers are as they were', async () => {
  const asked = [
    ['state', 'order', '1'],
    ['search', 'path:/nth', '--limit', '50'],
    ['search', 'type:Changed', '--count'],
    ['compare', '--from', '@1', '--to', '@1100'],
    ['types'],
    ['types', 'Changed'],
  ];
  const answers = () => Promise.all(asked.map((args) => command(args)));
  const before = await answers();
  for (const answer of before)
    expect(answer).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/./) });
  const rebuilt = await command(['rebuild']);
  expect(rebuilt).toMatchObject({ exitCode: 0 });
  expect(rebuilt.stderr).toMatch(/^Searchable up to event \d+ of \d+/m);
  expect(await answers()).toEqual(before);
});

describe('a reader that leaves', () => {
  it('after one line ends the command without complaint', async () => {
    const listed = await readOneLine(['entities', '--data-dir', path.join(folder, 'data')]);
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await command(['entities'])).stdout.split('\n')).toHaveLength(ENTITIES + 6);
  });

  it('and a writer that stays do not keep a dry run waiting', async () => {
    const child = startCommand([
      'import',
      '-',
      '--dry-run',
      ...MAPPING,
      '--data-dir',
      path.join(folder, 'data'),
    ]);
    for (let nth = 0; nth < 9; nth += 1) child.stdin.write(`{"id":${nth},"type":"t"}\n`);
    const exitCode = await new Promise((resolve) => child.once('exit', resolve));
    expect(exitCode).toBe(0);
    child.stdin.destroy();
  });
});

async function readOneLine(args: readonly string[]): Promise<{ exitCode: unknown; stderr: string }> {
  const child = startCommand(args);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  return { exitCode, stderr };
}
