import { statfs } from 'node:fs/promises';

/** Bytes that an ordinary user can still write on the disk of a folder (microseconds); null where the system does not tell. */
export async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
