/** Rows on their way from the thread that folds to where they are written: while some are written, the thread makes the next. */
import { ok, type Result } from '#core';
import type { ChangeSink } from '#store';
import type { FromWorker, ToWorker } from './messages.ts';

export class FoldedRows {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly ask: (message: ToWorker) => Promise<FromWorker>,
    private readonly sink: ChangeSink,
  ) {}

  /** Begins to write all that the thread has by now, when what came before is written. Rejects with what that failed with. */
  async write(): Promise<Result<void>> {
    const found = await this.ask({ what: 'changedPaths' });
    if (!found.ok) return found;
    const paths = 'paths' in found ? found.paths : [];
    const pathIds = paths.length === 0 ? [] : await this.sink.pathIds(paths);
    const made = await this.ask({ what: 'changeRows', pathIds });
    if (!made.ok) return made;
    await this.writing;
    if ('rows' in made && made.rows.length > 0) this.writing = this.sink.write(made.rows);
    // Whoever writes the next ones hears of it.
    this.writing.catch(() => undefined);
    return ok(undefined);
  }

  /** When nothing is being written any more. Rejects as above. */
  settled(): Promise<void> {
    return this.writing;
  }
}
