/**
 * The history of JSON and YAML files of local git repositories: one event a commit that touched the file.
 *
 * The log is read twice, first for the last path of every file, which is its entity id, then for the events. A merge is an event
 * only where it chose a content that the commits before it in the log did not leave. One history is one axis of truth
 * here: topological order; author dates are occurred, commit dates recorded times.
 */
import { LIMITS } from '#core';
import type { Input, ReadMeter } from '../input.ts';
import { refused, type Source, type SourceContext, type SourceItem } from '../source.ts';
import { BlobReader } from './blobs.ts';
import { type GitVersion, itemOfVersion } from './git-event.ts';
import { type LogEntry, readLog } from './git-log.ts';
import { matchesGlob } from './glob.ts';
import { Lineages } from './lineages.ts';
import { headOf } from './repository.ts';

export class GitSource implements Source {
  readonly notes: string[] = [];
  readonly kinds = [];

  /** No glob: every JSON and YAML file. */
  constructor(
    private readonly repositories: readonly Input[],
    private readonly globs: readonly string[],
    private readonly context: SourceContext,
    private readonly meter: ReadMeter,
  ) {}

  async *items(): AsyncGenerator<SourceItem> {
    for (const repository of this.repositories) {
      try {
        yield* this.itemsOf(repository);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        yield refused(repository.label, 'CS-212', `the rest cannot be read: ${words}`, new Uint8Array(0));
      }
    }
  }

  private async *itemsOf(repository: Input): AsyncGenerator<SourceItem> {
    const head = await headOf(repository.label);
    if (!head.ok) {
      yield refused(repository.label, head.error.code, head.error.message, new Uint8Array(0));
      return;
    }
    if (head.value.shallow) {
      this.notes.push(`${repository.label} is a shallow clone: its history begins where it was cut off.`);
    }
    this.meter.count(Buffer.from(head.value.commit));
    const ids = await entityIds(repository.label, head.value.commit);
    const blobs = new BlobReader(repository.label, LIMITS.payloadBytes);
    const source = this.context.name ?? `${this.context.namePrefix}${repository.name}`;
    try {
      for await (const version of versionsOf(repository.label, head.value.commit, ids)) {
        if (this.isAsked(version.entityId)) yield await itemOfVersion(version, blobs, repository, source);
      }
    } finally {
      await blobs.close();
    }
  }

  private isAsked(entityId: string): boolean {
    return this.globs.length === 0 || this.globs.some((glob) => matchesGlob(glob, entityId));
  }
}

async function entityIds(repository: string, head: string): Promise<readonly string[]> {
  const lineages = new Lineages();
  for await (const commit of commitsOf(readLog(repository, head))) lineages.touchesOf(commit);
  return lineages.entityIds();
}

async function* versionsOf(
  repository: string,
  head: string,
  ids: readonly string[],
): AsyncGenerator<GitVersion> {
  const lineages = new Lineages();
  for await (const entries of commitsOf(readLog(repository, head))) {
    const commit = entries[0]?.commit;
    if (commit === undefined) continue;
    const lossy = new Set(
      entries.flatMap(({ changes }) => changes.filter((c) => c.pathIsLossy).map((c) => c.path)),
    );
    for (const touch of lineages.touchesOf(entries)) {
      yield { commit, touch, entityId: ids[touch.lineage] ?? touch.path, pathIsLossy: lossy.has(touch.path) };
    }
  }
}

/** The entries of one commit together. */
async function* commitsOf(log: AsyncIterable<LogEntry>): AsyncGenerator<readonly LogEntry[]> {
  let entries: LogEntry[] = [];
  for await (const entry of log) {
    if (entries[0] !== undefined && entries[0].commit.id !== entry.commit.id) {
      yield entries;
      entries = [];
    }
    entries.push(entry);
  }
  if (entries.length > 0) yield entries;
}
