import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of the checkout: where package.json, prisma/ and node_modules lie. Found by walking up, because this code runs
 * from lib/ in tests and from dist/ in the built command line.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'prisma', 'schema.prisma'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('This program was moved away from its checkout: prisma/schema.prisma is not above it.');
    folder = parent;
  }
  return folder;
}
