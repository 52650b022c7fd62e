/**
 * The commits of a repository, oldest first in topological order, with what each changed in files of the asked kinds.
 *
 * A merge is listed once for each parent that it differs from (`-m`), so that a reader sees every path whose content it chose.
 * Without the full history git would leave out the side that a merge did not take.
 */

import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { startGit } from './repository.ts';

export interface Commit {
  readonly id: string;
  readonly parents: number;
  readonly author: string;
  /** Seconds since 1970, as git keeps them. */
  readonly authored: string;
  readonly authoredText: string;
  readonly committed: string;
  readonly committedText: string;
  readonly message: string;
}

export interface FileChange {
  readonly status: 'A' | 'M' | 'D' | 'R';
  readonly path: string;
  /** Only of a rename. */
  readonly oldPath: string | null;
  /** Object id after the change; null: gone, or no regular file any more. */
  readonly blob: string | null;
  /** The path is not UTF-8, and shown with replacement characters. */
  readonly pathIsLossy: boolean;
}

/** A merge comes as several entries of one commit, one after the other. */
export interface LogEntry {
  readonly commit: Commit;
  readonly changes: readonly FileChange[];
}

/** Throws with git's words when git fails. */
export async function* readLog(repository: string, head: string): AsyncGenerator<LogEntry> {
  const child = startGit(repository, [...LOG, head, '--', ...KINDS]);
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const ended = once(child, 'close');
  // Without a listener a failure to start would end the process before it is thrown below.
  ended.catch(() => {});
  try {
    yield* entriesOf(fieldsOf(child.stdout));
    const [code] = await ended;
    if (code !== 0) throw new Error(Buffer.concat(errors).toString().trim());
  } finally {
    child.kill();
  }
}

const KINDS = [':(glob)**/*.json', ':(glob)**/*.yaml', ':(glob)**/*.yml'];

const FORMAT = ['%x01%H', '%P', '%an', '%at', '%aI', '%ct', '%cI', '%B', ''].join('%x00');

const LOG = [
  'log',
  '--reverse',
  '--topo-order',
  '--full-history',
  '-m',
  '-M',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--encoding=UTF-8',
  `--format=${FORMAT}`,
];

async function* entriesOf(fields: AsyncGenerator<Buffer>): AsyncGenerator<LogEntry> {
  const next = async (): Promise<Buffer> => {
    const field = await fields.next();
    if (field.done === true) throw new Error('git log ended in the middle of a commit');
    return field.value;
  };
  let entry: { commit: Commit; changes: FileChange[] } | null = null;
  for (let field = await fields.next(); field.done !== true; field = await fields.next()) {
    const text = field.value.toString().trimStart();
    if (text.startsWith('\u0001')) {
      if (entry !== null) yield entry;
      entry = { commit: await commitOf(text.slice(1), next), changes: [] };
    } else if (text.startsWith(':')) {
      entry?.changes.push(await changeOf(text, next));
    }
  }
  if (entry !== null) yield entry;
}

async function commitOf(id: string, next: () => Promise<Buffer>): Promise<Commit> {
  const field = async () => (await next()).toString();
  return {
    id,
    parents: (await field()).split(' ').filter((parent) => parent !== '').length,
    author: await field(),
    authored: await field(),
    authoredText: await field(),
    committed: await field(),
    committedText: await field(),
    message: (await field()).trimEnd(),
  };
}

/** `:oldmode newmode oldid newid status`, then the path, or two of a rename. */
async function changeOf(meta: string, next: () => Promise<Buffer>): Promise<FileChange> {
  const [, mode = '', , blob = '', status = ''] = meta.slice(1).split(' ');
  const first = await next();
  const second = status.startsWith('R') ? await next() : null;
  const isFile = mode.startsWith('100');
  return {
    status: statusOf(status, isFile),
    path: (second ?? first).toString(),
    oldPath: second === null ? null : first.toString(),
    blob: isFile ? blob : null,
    pathIsLossy: !isUtf8(first) || (second !== null && !isUtf8(second)),
  };
}

/** A link or a submodule in the place of a file is no document: the file is gone. */
function statusOf(status: string, isFile: boolean): FileChange['status'] {
  if (!isFile) return 'D';
  if (status.startsWith('R')) return 'R';
  return status.startsWith('A') ? 'A' : 'M';
}

async function* fieldsOf(stdout: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stdout) {
    let from = 0;
    for (let end = chunk.indexOf(0, from); end !== -1; end = chunk.indexOf(0, from)) {
      const part = chunk.subarray(from, end);
      yield rest.length === 0 ? part : Buffer.concat([rest, part]);
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    rest = Buffer.concat([rest, chunk.subarray(from)]);
  }
  if (rest.length > 0) yield rest;
}
