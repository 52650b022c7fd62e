/** The file that keeps refused lines byte for byte, each ended by a newline, where the import was told to keep them. */
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { fail, ok, type Result } from '#core';
import type { Input, RefusedItem } from '#sources';

export class RejectsFile {
  private constructor(private readonly handle: FileHandle | null) {}

  /** `file` null: nothing is kept. Errors: CS-209 where it is one of the inputs, CS-210 where it cannot be written. */
  static async open(file: string | null, inputs: readonly Input[]): Promise<Result<RejectsFile>> {
    if (file === null) return ok(new RejectsFile(null));
    try {
      if (await isInput(file, inputs))
        return fail('CS-209', '--rejects names a file that is to be read', file);
      return ok(new RejectsFile(await open(file, 'w', 0o600)));
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return fail('CS-210', `it cannot be written (${words})`, file);
    }
  }

  /** A line whose bytes are not there any more (too long, or beyond a torn end) has nothing to keep. */
  async keep(items: readonly RefusedItem[]): Promise<void> {
    const lines = items.flatMap(({ raw }) => (raw.length === 0 ? [] : [raw, NEWLINE]));
    if (lines.length > 0) await this.handle?.appendFile(Buffer.concat(lines));
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}

const NEWLINE = Buffer.from('\n');

async function isInput(file: string, inputs: readonly Input[]): Promise<boolean> {
  const existing = await realpath(file).catch(() => null);
  if (existing === null) return false;
  for (const input of inputs) {
    if (input.file !== null && (await realpath(input.file)) === existing) return true;
  }
  return false;
}
