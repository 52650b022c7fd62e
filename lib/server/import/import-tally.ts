/** The counts of one import, its refusals and the file that keeps refused lines. */
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { fail, ok, type Result } from '#core';
import type { Input, RefusedItem } from '#sources';
import type { Store } from '#store';

export interface ImportCounts {
  readonly read: number;
  readonly added: number;
  readonly alreadyThere: number;
  readonly refused: number;
}

export interface ImportProgress extends ImportCounts {
  /** Bytes read so far, as stored, and of how many; null where nobody knows. */
  readonly bytes: number;
  readonly totalBytes: number | null;
  /** Those since the last progress. */
  readonly refusals: readonly RefusedItem['refusal'][];
}

export class ImportTally {
  private read = 0;
  private added = 0;
  private alreadyThere = 0;
  private refused = 0;
  private readonly totalBytes: number | null;

  private constructor(
    private readonly store: Store,
    private readonly importId: bigint,
    inputs: readonly Input[],
    private readonly rejects: FileHandle | null,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {
    const sizes = inputs.map((input) => input.size);
    this.totalBytes = sizes.includes(null) ? null : sizes.reduce((sum: number, size) => sum + (size ?? 0), 0);
  }

  /** Errors: CS-209 where the file for refused lines is one of the inputs, CS-210 where it cannot be written. */
  static async start(
    store: Store,
    importId: bigint,
    inputs: readonly Input[],
    rejects: string | null,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<ImportTally>> {
    const handle = rejects === null ? ok(null) : await openRejects(rejects, inputs);
    if (!handle.ok) return handle;
    return ok(new ImportTally(store, importId, inputs, handle.value, onProgress));
  }

  countRead(records: number): void {
    this.read += records;
  }

  countAppended(receipt: { readonly added: number; readonly alreadyThere: number }): void {
    this.added += receipt.added;
    this.alreadyThere += receipt.alreadyThere;
  }

  /** Refused by the store, which lists only the first of very many. */
  countUnlisted(refused: number): void {
    this.refused += refused;
  }

  async refuse(items: readonly RefusedItem[]): Promise<void> {
    this.refused += items.length;
    for (const { raw } of items) {
      if (raw.length === 0) continue;
      await this.rejects?.appendFile(raw);
      await this.rejects?.appendFile('\n');
    }
    if (items.length > 0) {
      await this.store.recordRefusals(
        this.importId,
        items.map((item) => item.refusal),
      );
    }
  }

  report(bytes: number, refusals: readonly RefusedItem[]): void {
    this.onProgress({
      ...this.counts(),
      bytes,
      totalBytes: this.totalBytes,
      refusals: refusals.map((item) => item.refusal),
    });
  }

  /** An import that failed stays unfinished in the record, which is what happened. */
  async finish(digest: string, done: boolean): Promise<ImportCounts> {
    await this.rejects?.close();
    const { read, alreadyThere, refused } = this;
    if (done) await this.store.finishImport(this.importId, { read, alreadyThere, refused, digest });
    return this.counts();
  }

  counts(): ImportCounts {
    const { read, added, alreadyThere, refused } = this;
    return { read, added, alreadyThere, refused };
  }
}

async function openRejects(file: string, inputs: readonly Input[]): Promise<Result<FileHandle>> {
  try {
    const existing = await realpath(file).catch(() => null);
    for (const input of inputs) {
      if (existing !== null && input.file !== null && (await realpath(input.file)) === existing) {
        return fail('CS-209', '--rejects names a file that is to be read', file);
      }
    }
    return ok(await open(file, 'w', 0o600));
  } catch (error) {
    return fail(
      'CS-210',
      `it cannot be written (${error instanceof Error ? error.message : String(error)})`,
      file,
    );
  }
}
