/**
 * A local git repository, read through the git binary: nothing in it is run (no hooks, no external diff, no lazy fetch), and
 * nothing is written.
 */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { fail, ok, type Result } from '#core';
import type { Input } from '../input.ts';

/** Errors: CS-212, with git's own words. */
export async function findRepository(label: string): Promise<Result<Input>> {
  const folder = await git(label, ['rev-parse', '--absolute-git-dir']);
  if (!folder.ok) return folder;
  const commit = await git(label, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
  if (!commit.ok) return fail('CS-212', 'it has no commit yet', label);
  const top = await git(label, ['rev-parse', '--show-toplevel']);
  const name = path.basename(top.ok ? top.value : folder.value.replace(/\/?\.git$/, ''));
  return ok({ label, name, file: label, size: null });
}

/** The commit that HEAD names, and whether history before some commit is missing. */
export async function headOf(repository: string): Promise<Result<{ commit: string; shallow: boolean }>> {
  const commit = await git(repository, ['rev-parse', '--verify', 'HEAD^{commit}']);
  if (!commit.ok) return commit;
  const shallow = await git(repository, ['rev-parse', '--is-shallow-repository']);
  return shallow.ok ? ok({ commit: commit.value, shallow: shallow.value === 'true' }) : shallow;
}

/** Starts git with its output as a stream. The caller ends it. */
export function startGit(repository: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn('git', [...options(repository), ...args], { env: environment() });
}

async function git(repository: string, args: readonly string[]): Promise<Result<string>> {
  try {
    const { stdout } = await run('git', [...options(repository), ...args], { env: environment() });
    return ok(stdout.trimEnd());
  } catch (error) {
    return fail('CS-212', wordsOf(error), repository);
  }
}

const run = promisify(execFile);

function options(repository: string): string[] {
  return [
    '-C',
    repository,
    '--no-replace-objects',
    '-c',
    'log.showSignature=false',
    '-c',
    'log.showRoot=true',
  ];
}

/** The user's locale and a pager have no say in what git prints, and a missing object is not fetched from anywhere. */
function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed, or not on the PATH';
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return said === '' ? error.message : said.replace(/^fatal: /, '').replaceAll('\n', ' / ');
}
