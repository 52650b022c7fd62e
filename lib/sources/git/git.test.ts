import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_FLAGS } from '#core';
import { ReadMeter } from '../input.ts';
import { findInputs, openSource } from '../open-source.ts';
import type { SourceItem } from '../source.ts';

let root = '';
let repository = '';
let clock = 1_700_000_000;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'chronoscope-git-'));
  repository = path.join(root, 'shop');
  clock = 1_700_000_000;
  mkdirSync(repository);
  git('init', '--quiet', '--initial-branch=main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('one branch', () => {
  test('each commit that touched the file is an event with its author, dates and message', async () => {
    commit('first\n\nwith a body', { 'a.json': '{"v":1.10}', 'notes.txt': 'no document' });
    commit('other file', { 'notes.txt': 'still none' });
    commit('second', { 'a.json': '{"v":2}' });
    const items = await read();
    expect(items.map(story)).toEqual(['a.json created {"v":1.10}', 'a.json updated {"v":2}']);
    const [first] = items;
    const head = git('rev-list', '--max-parents=0', 'HEAD');
    expect(first).toMatchObject({
      ok: true,
      place: `${repository}@${head.slice(0, 12)}:a.json`,
      event: {
        entityType: 'file',
        actor: 'Ann Ä',
        source: 'shop',
        eventId: `${head}:a.json`,
        sourceVersion: head,
        occurredAt: 1_700_000_001_000_000n,
        recordedAt: 1_700_000_101_000_000n,
        occurredText: '2023-11-15T00:13:21+02:00',
        payloadFormat: 'json',
        metadata: JSON.stringify({ commit: head, message: 'first\n\nwith a body', path: 'a.json' }),
      },
    });
  });

  test('a renamed file keeps its history under its last name', async () => {
    commit('add', { 'old name.json': '{"a":1,"b":2,"c":3}' });
    renameSync(path.join(repository, 'old name.json'), path.join(repository, 'new\nname "ü".json'));
    commit('rename', {});
    commit('edit', { 'new\nname "ü".json': '{"a":1,"b":2,"c":4}' });
    const items = await read();
    expect(items.map(story)).toEqual([
      'new\nname "ü".json created {"a":1,"b":2,"c":3}',
      'new\nname "ü".json renamed {"a":1,"b":2,"c":3}',
      'new\nname "ü".json updated {"a":1,"b":2,"c":4}',
    ]);
    expect(items[1]).toMatchObject({
      event: { metadata: expect.stringContaining('"renamedFrom":"old name.json"') },
    });
  });

  test('a deleted file is removed, and comes back when it does', async () => {
    commit('add', { 'a.json': '1' });
    commit('delete', { 'a.json': null });
    commit('again', { 'a.json': '2' });
    const items = await read();
    expect(items.map(story)).toEqual(['a.json created 1', 'a.json removed null', 'a.json created 2']);
    expect(items.map((item) => item.ok && item.event.removed)).toEqual([false, true, false]);
  });

  test('a file that took the name of a dead one is another entity', async () => {
    commit('add', { 'a.json': '{"dead":"dead dead dead"}' });
    commit('delete', { 'a.json': null, 'b.json': '[1,2,3,4,5,6,7,8,9]' });
    renameSync(path.join(repository, 'b.json'), path.join(repository, 'a.json'));
    commit('rename', {});
    const gone = git('rev-parse', '--short=12', 'HEAD~1');
    expect((await read()).map(story)).toEqual([
      `a.json@${gone} created {"dead":"dead dead dead"}`,
      `a.json@${gone} removed null`,
      'a.json created [1,2,3,4,5,6,7,8,9]',
      'a.json renamed [1,2,3,4,5,6,7,8,9]',
    ]);
  });

  test('what is no document is kept and marked: broken JSON as text, bytes as base64, YAML as it is', async () => {
    commit('all', { 'broken.json': '{', 'bytes.json': Buffer.from([0xff, 0]), 'c.yaml': 'a: &x 1\nb: *x\n' });
    const formats = Object.fromEntries(
      (await read()).flatMap((item) =>
        item.ok
          ? [[item.event.entityId, [item.event.payloadFormat, item.event.payload, item.event.flags]]]
          : [],
      ),
    );
    expect(formats).toEqual({
      'broken.json': ['text', '{', EVENT_FLAGS.notADocument],
      'bytes.json': ['base64', '/wA=', EVENT_FLAGS.notADocument],
      'c.yaml': ['yaml', 'a: &x 1\nb: *x\n', 0],
    });
  });

  test('a link in the place of a file is no file', async () => {
    commit('file', { 'a.json': '{"a":1}' });
    rmSync(path.join(repository, 'a.json'));
    symlinkSync('elsewhere', path.join(repository, 'a.json'));
    commit('link', {});
    expect((await read()).map(story)).toEqual(['a.json created {"a":1}', 'a.json removed null']);
  });

  test('a glob chooses by the path at HEAD', async () => {
    commit('all', { 'package.json': '1', 'sub/package.json': '2', 'x.yml': 'x: 1' });
    expect((await read(['package.json'])).map(story)).toEqual(['package.json created 1']);
    expect((await read(['**/package.json'])).map(story)).toHaveLength(2);
  });
});

describe('branches', () => {
  test('a merge that chose one side says so, so that the last state is the tree of HEAD', async () => {
    commit('add', { 'a.json': '{"v":0}' });
    git('checkout', '--quiet', '-b', 'side');
    commit('side', { 'a.json': '{"v":"side"}' });
    git('checkout', '--quiet', 'main');
    commit('main', { 'a.json': '{"v":"main"}' });
    git('merge', '--quiet', '--no-ff', '-s', 'ours', '-m', 'take ours', 'side');
    await expectTreeOfHead();
    git('checkout', '--quiet', 'side');
    git('merge', '--quiet', '-s', 'ours', '-m', 'take the other', 'main');
    await expectTreeOfHead();
  });

  test('a merge that only joins is no event', async () => {
    commit('add', { 'a.json': '1', 'b.json': '1' });
    git('checkout', '--quiet', '-b', 'side');
    commit('side', { 'a.json': '2' });
    git('checkout', '--quiet', 'main');
    commit('main', { 'b.json': '2' });
    git('merge', '--quiet', '--no-ff', '-m', 'join', 'side');
    const stories = (await read()).map(story);
    expect(stories).toHaveLength(4);
    expect(stories.some((one) => one.includes('merged'))).toBe(false);
    await expectTreeOfHead();
  });

  test('an edit on one branch follows the rename on the other', async () => {
    const long = (v: number) => JSON.stringify({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, v });
    commit('add', { 'old.json': long(0) });
    git('checkout', '--quiet', '-b', 'side');
    commit('edit', { 'old.json': long(1) });
    git('checkout', '--quiet', 'main');
    renameSync(path.join(repository, 'old.json'), path.join(repository, 'new.json'));
    commit('rename', {});
    git('merge', '--quiet', '-m', 'join', 'side');
    const items = await read();
    expect(new Set(items.map((item) => item.ok && item.event.entityId))).toEqual(new Set(['new.json']));
    await expectTreeOfHead();
  });

  test('deleted on one branch, edited on the other: the merge decides', async () => {
    commit('add', { 'a.json': '{"v":0}', 'keep.json': '1' });
    git('checkout', '--quiet', '-b', 'side');
    commit('edit', { 'a.json': '{"v":1}' });
    git('checkout', '--quiet', 'main');
    commit('delete', { 'a.json': null });
    git('merge', '--quiet', '-s', 'ours', '-m', 'stays deleted', 'side');
    await expectTreeOfHead();
  });
});

describe('repositories', () => {
  test('a folder that is none, and one without a commit, are refused', async () => {
    const what = { format: 'git', globs: [] } as const;
    expect(await findInputs(what, [root])).toMatchObject({ ok: false, error: { code: 'CS-212' } });
    expect(await findInputs(what, [repository])).toMatchObject({
      ok: false,
      error: { code: 'CS-212', message: 'it has no commit yet' },
    });
  });

  test('a shallow clone is said so', async () => {
    commit('one', { 'a.json': '1' });
    commit('two', { 'a.json': '2' });
    const full = repository;
    repository = path.join(root, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${full}`, repository]);
    const notes: string[] = [];
    expect((await read([], notes)).map(story)).toEqual(['a.json created 2']);
    expect(notes.join()).toContain('shallow clone');
  });
});

/** The last event of every file against what git has checked out. */
async function expectTreeOfHead(): Promise<void> {
  const last = new Map<string, string | null>();
  for (const item of await read()) {
    if (!item.ok) throw new Error(item.refusal.reason);
    last.set(item.event.entityId, item.event.removed ? null : item.event.payload);
  }
  const live = [...last].filter(([, content]) => content !== null).sort();
  const paths = git('ls-tree', '-r', '--name-only', 'HEAD').split('\n');
  expect(live).toEqual(paths.map((file) => [file, git('show', `HEAD:${file}`)]).sort());
}

function story(item: SourceItem): string {
  if (!item.ok) return `${item.refusal.place} ${item.refusal.code}`;
  return `${item.event.entityId} ${item.event.type} ${item.event.payload}`;
}

async function read(globs: readonly string[] = [], notes: string[] = []): Promise<SourceItem[]> {
  const what = { format: 'git', globs } as const;
  const inputs = await findInputs(what, [repository]);
  if (!inputs.ok) throw new Error(inputs.error.message);
  const context = { name: null, eventIdKey: '', zone: null, namePrefix: '' };
  const source = openSource(what, inputs.value, context, new ReadMeter());
  const items: SourceItem[] = [];
  for await (const item of source.items()) items.push(item);
  notes.push(...source.notes);
  return items;
}

/** null deletes the file. */
function commit(message: string, files: Record<string, string | Buffer | null>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(repository, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (content === null) rmSync(file);
    else writeFileSync(file, content);
  }
  clock += 1;
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

function git(...args: readonly string[]): string {
  const identity = {
    GIT_AUTHOR_NAME: 'Ann Ä',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'C',
    GIT_COMMITTER_EMAIL: 'c@example.org',
  };
  const dates = { GIT_AUTHOR_DATE: `${clock} +0200`, GIT_COMMITTER_DATE: `${clock + 100} +0000` };
  const quiet = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const env = { ...process.env, ...identity, ...dates, ...quiet };
  return execFileSync('git', ['-C', repository, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
}
