/** The counts of one import and its refusals. */
import type { Input, RefusedItem } from '#sources';
import type { Store } from '#store';
import type { RejectsFile } from './rejects-file.ts';

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

  constructor(
    private readonly store: Store,
    private readonly importId: bigint,
    inputs: readonly Input[],
    private readonly rejects: RejectsFile,
    private readonly onProgress: (progress: ImportProgress) => void,
  ) {
    const sizes = inputs.map((input) => input.size);
    this.totalBytes = sizes.includes(null) ? null : sizes.reduce((sum: number, size) => sum + (size ?? 0), 0);
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
    await this.rejects.keep(items);
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
    await this.rejects.close();
    const { read, alreadyThere, refused } = this;
    if (done) await this.store.finishImport(this.importId, { read, alreadyThere, refused, digest });
    return this.counts();
  }

  counts(): ImportCounts {
    const { read, added, alreadyThere, refused } = this;
    return { read, added, alreadyThere, refused };
  }
}
