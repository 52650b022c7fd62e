import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'chronoscope-folder-'));
});
afterAll(() => rmSync(place, { recursive: true }));

describe('makeFolder', () => {
  it('makes what is missing above as well, all of it for us alone, and leaves alone what is there', async () => {
    const path = join(place, 'a', 'b', 'c');
    await makeFolder(path, 0o700);
    expect(statSync(join(place, 'a')).mode & 0o777).toBe(0o700);
    writeFileSync(join(path, 'kept'), '');
    await makeFolder(path, 0o711);
    expect(existsSync(join(path, 'kept'))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('makes one folder when several ask at once', async () => {
    const path = join(place, 'd', 'e', 'f');
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(path)));
    expect(existsSync(path)).toBe(true);
  });

  it('says so where a file is in the way', async () => {
    writeFileSync(join(place, 'file'), '');
    await expect(makeFolder(join(place, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(place, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  // Node's own way of making folders never comes back from here.
  it.runIf(existsSync('/proc/self'))(
    'gives up at once in a place that takes no folders',
    async () => {
      await expect(makeFolder('/proc/chronoscope/data')).rejects.toMatchObject({ code: 'ENOENT' });
    },
    1_000,
  );
});
