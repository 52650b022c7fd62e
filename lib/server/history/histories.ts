/** Histories that were opened, so that the next question about the same stream finds them open. */
import type { LoadedConfig } from '#config';
import {
  builtInProjection,
  LruCache,
  ok,
  type ProjectionKind,
  type ProjectionLabel,
  type Result,
} from '#core';
import type { BuildProgress } from './builds.ts';
import type { HistoryParts, HistoryQuestion } from './fold-open.ts';
import { historyName } from './history-name.ts';
import { StreamHistory } from './stream-history.ts';

const CACHE_BYTES = 64 * 1024 * 1024;

type AskedHistory = Omit<HistoryQuestion, 'name' | 'label'>;

export class Histories {
  private readonly open: LruCache<Promise<Result<StreamHistory>>>;
  private readonly writing = new Set<Promise<void>>();

  /** `capacity` in bytes. */
  constructor(
    private readonly parts: HistoryParts,
    capacity = CACHE_BYTES,
  ) {
    this.open = new LruCache(capacity);
  }

  /** Two that ask at once open once; a failure is not kept. */
  async of({ stream, axis, kind, version }: AskedHistory): Promise<Result<StreamHistory>> {
    const name = historyName(this.parts.config, stream, axis, kind, version);
    const key = `${name.history} ${version}`;
    const known = this.open.get(key);
    if (known !== undefined) return known;
    const label = labelOf(this.parts.config, kind, stream);
    const question = { stream, axis, kind, version, name, label };
    const opening: Promise<Result<StreamHistory>> = StreamHistory.open(this.parts, question, (history) => {
      if (this.open.get(key) === opening) this.open.set(key, opening, history.weight);
      this.remember(history.settled());
    });
    this.open.set(key, opening, 0);
    const opened = await opening.catch((error: unknown) => {
      this.open.delete(key);
      throw error;
    });
    if (opened.ok) this.open.set(key, opening, opened.value.weight);
    else this.open.delete(key);
    return opened;
  }

  /** null: it is not being built. Errors: why it could not be, when that was last tried. */
  building({ stream, axis, kind, version }: AskedHistory): Result<BuildProgress | null> {
    const name = historyName(this.parts.config, stream, axis, kind, version);
    const progress = this.parts.builds.of(name);
    const failure = progress === null ? this.parts.builds.failureOf(name) : null;
    return failure === null ? ok(progress) : { ok: false, error: failure };
  }

  /** When all that was folded is in the store. A program that ends before would have to fold it again. */
  async settled(): Promise<void> {
    while (this.writing.size > 0) await Promise.all(this.writing);
  }

  private remember(settled: Promise<void>): void {
    this.writing.add(settled);
    void settled.then(() => this.writing.delete(settled));
  }

  /** After the read models were dropped, or a projection was replaced. */
  forget(): void {
    this.open.clear();
  }
}

/** The label that the fold writes into its segments. */
function labelOf(
  config: LoadedConfig,
  kind: ProjectionKind,
  { namespace, entityType }: HistoryQuestion['stream'],
): ProjectionLabel {
  if (kind === 'reducer') return { kind, name: entityType, hash: config.hash };
  const { name, hash } = builtInProjection(kind, config.keysOf(namespace, entityType));
  return { kind, name, hash: config.upcastersOf(namespace) ? `${hash}+${config.hash}` : hash };
}
