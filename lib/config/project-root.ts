/**
 * The folder of the checkout. Code that runs from a bundle cannot ask for its own place, so the search starts at the script
 * that was started and, failing that, at the working directory.
 */
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

let found: string | undefined;

/** Throws where neither lies in a checkout of Chronoscope. */
export function projectRoot(): string {
  found ??= [process.argv[1], process.cwd()].flatMap(foldersAbove).find(isCheckout);
  if (found === undefined) throw new Error('Chronoscope was started outside of its checkout.');
  return found;
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
