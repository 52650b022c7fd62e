/** The public data and conformance suites that may lie beside the checkout; only *.shared.test.ts suites read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** The absolute path of `../shared/<path>`, seen from the checkout. */
export function sharedPath(path: string): string {
  return join(FOLDER, path);
}

export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath(path)));
}

export function sharedText(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}

/** The names in a folder, ascending; throws where there are none, lest a suite over nothing pass. */
export function sharedNames(path: string): string[] {
  const names = readdirSync(sharedPath(path)).sort();
  if (names.length === 0) throw new Error(`nothing in ${sharedPath(path)}`);
  return names;
}
