import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

// Tests and what is generated from the schema never reach a build.
const LEFT_OUT = /(\.(test|spec|fixture)\.tsx?|\.md)$|(^|\/)(generated|testing)\//;

/**
 * SHA-256 of the names and contents of files and folders (relative to `root`; what is not there counts as empty). Contents,
 * not times: a checkout, a copy or a touch changes every time and nothing else.
 */
export async function contentHash(root, inputs) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(inputs.map((input) => filesIn(root, input)))).flat()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesIn(root, input) {
  try {
    const entries = await readdir(path.join(root, input), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .filter((file) => !LEFT_OUT.test(file))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [input];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
