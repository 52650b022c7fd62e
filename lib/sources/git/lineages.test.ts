import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadMeter } from '../input.ts';
import { findInputs, openSource } from '../open-source.ts';

type Tree = Readonly<Record<string, string>>;

interface Commit {
  /** How many commits back its parents are; the first commit has none. */
  readonly parents: readonly number[];
  readonly tree: Tree;
}

// Few names and contents, so that files move, die, return and collide; long contents, so that git finds renames.
const NAMES = ['a.json', 'b.json', 'c.json', 'd/a.json'];
const CONTENTS = ['1', '2', '3'].map((mark) =>
  JSON.stringify({ keep: 'what makes these files alike', mark }),
);

test('law: after the last commit the living files are the tree of HEAD, whatever was renamed, deleted and merged', async () => {
  const tree = fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...CONTENTS));
  const parents = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
  const history = fc.array(fc.record({ parents, tree }), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(history, async (commits) => {
      expect(await livingFiles(commits)).toEqual(new Map(Object.entries(commits.at(-1)?.tree ?? {}).sort()));
    }),
    { numRuns: 25 },
  );
});

async function livingFiles(commits: readonly Commit[]): Promise<Map<string, string>> {
  const repository = mkdtempSync(path.join(tmpdir(), 'chronoscope-lineages-'));
  try {
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository]);
    execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], {
      input: commits.map(fastImport).join(''),
    });
    return await lastStates(repository);
  } finally {
    rmSync(repository, { recursive: true });
  }
}

async function lastStates(repository: string): Promise<Map<string, string>> {
  const what = { format: 'git', globs: [] } as const;
  const inputs = await findInputs(what, [repository]);
  if (!inputs.ok) throw new Error(inputs.error.message);
  const context = { name: null, eventIdKey: '', zone: null, namePrefix: '' };
  const last = new Map<string, string>();
  const ids = new Set<string>();
  for await (const item of openSource(what, inputs.value, context, new ReadMeter()).items()) {
    if (!item.ok) throw new Error(item.refusal.reason);
    expect(ids.has(item.event.eventId)).toBe(false);
    ids.add(item.event.eventId);
    if (item.event.removed) last.delete(item.event.entityId);
    else last.set(item.event.entityId, item.event.payload);
  }
  return new Map([...last].sort());
}

/** The whole tree of each commit, under the mark of its number. */
function fastImport({ parents, tree }: Commit, number: number): string {
  const known = parents.map((back) => number - back).filter((parent) => parent >= 0);
  const [from, ...merged] = number > 0 && known.length === 0 ? [number - 1] : known;
  const lines = [
    'commit refs/heads/main',
    `mark :${number + 1}`,
    `committer C <c@example.org> ${1_700_000_000 + number} +0000`,
    'data 1',
    'm',
    ...(from === undefined ? [] : [`from :${from + 1}`]),
    ...merged.map((parent) => `merge :${parent + 1}`),
    'deleteall',
    ...Object.entries(tree).flatMap(([name, content]) => [
      `M 100644 inline ${name}`,
      `data ${content.length}`,
      content,
    ]),
  ];
  return `${lines.join('\n')}\n\n`;
}
