/** Histories that were opened, so that the next question about the same stream finds them open. */
import type { LoadedConfig } from '#config';
import { builtInProjection, type ProjectionKind, type ProjectionLabel, type Result } from '#core';
import { LruCache } from '../lru-cache.ts';
import type { HistoryParts, HistoryQuestion } from './fold-open.ts';
import { historyName } from './history-name.ts';
import { StreamHistory } from './stream-history.ts';

const CACHE_BYTES = 64 * 1024 * 1024;

export class Histories {
  private readonly open: LruCache<Promise<Result<StreamHistory>>>;

  /** `capacity` in bytes. */
  constructor(
    private readonly parts: HistoryParts,
    capacity = CACHE_BYTES,
  ) {
    this.open = new LruCache(capacity);
  }

  /** Two that ask at once open once; a failure is not kept. */
  async of({
    stream,
    axis,
    kind,
    version,
  }: Omit<HistoryQuestion, 'name' | 'label'>): Promise<Result<StreamHistory>> {
    const name = historyName(this.parts.config, stream, axis, kind, version);
    const key = `${name.history} ${version}`;
    const known = this.open.get(key);
    if (known !== undefined) return known;
    const label = labelOf(this.parts.config, kind, stream);
    const question = { stream, axis, kind, version, name, label };
    const opening: Promise<Result<StreamHistory>> = StreamHistory.open(this.parts, question, ({ weight }) => {
      if (this.open.get(key) === opening) this.open.set(key, opening, weight);
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
