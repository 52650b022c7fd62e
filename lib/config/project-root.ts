/**
 * The folder of the checkout, found by walking up from this code. A bundler may have taken its place away, so the script that
 * was started and the working directory are tried next.
 */
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** Throws where none of them lies in a checkout of Chronoscope. */
export function projectRoot(): string {
  found ??= [ownPlace(), process.argv[1], process.cwd()].flatMap(foldersAbove).find(isCheckout);
  if (found === undefined) throw new Error('Chronoscope was started outside of its checkout.');
  return found;
}

function ownPlace(): string | undefined {
  try {
    return fileURLToPath(import.meta.url);
  } catch {
    return undefined;
  }
}

function foldersAbove(start: string | undefined): string[] {
  if (start === undefined) return [];
  const folders: string[] = [];
  for (let folder = realPath(start); folder !== folders.at(-1); folder = path.dirname(folder))
    folders.push(folder);
  return folders;
}

function realPath(start: string): string {
  try {
    return realpathSync(start);
  } catch {
    return path.resolve(start);
  }
}

function isCheckout(folder: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return (
      typeof content === 'object' && content !== null && 'name' in content && content.name === 'chronoscope'
    );
  } catch {
    return false;
  }
}
