import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the checkout: where package.json, prisma/ and node_modules lie. Found by walking up from this code, which runs
 * from lib/ in tests and from dist/ in the command line; where a bundler took its place away, from the script that was started
 * or the working directory.
 */
export function packageRoot(): string {
  const root = [ownPlace(), process.argv[1], process.cwd()]
    .map(checkoutAbove)
    .find((found) => found !== null);
  if (root === undefined || root === null)
    throw new Error('Chronoscope was started outside of its checkout.');
  return root;
}

function checkoutAbove(place: string | undefined): string | null {
  if (place === undefined) return null;
  for (let folder = place; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', 'schema.prisma'))) return folder;
  }
  return null;
}

function ownPlace(): string | undefined {
  try {
    return fileURLToPath(import.meta.url);
  } catch {
    return undefined;
  }
}
