import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A process that starts right now finds the old file or the new one, never half of it. */
export async function writeWhole(file, content) {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
}
