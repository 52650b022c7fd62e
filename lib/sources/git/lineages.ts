/**
 * Which file is which through renames, deletions and returns, when branches are read one after the other.
 *
 * Law: the same log gives the same lineage numbers and the same touches, so it can be read twice: once for the last path of
 * each lineage, once for the events. After the last commit the live lineages and their blobs are the tree of HEAD.
 */
import type { FileChange, LogEntry } from './git-log.ts';

export interface Touch {
  readonly lineage: number;
  readonly kind: 'created' | 'updated' | 'renamed' | 'removed' | 'merged';
  readonly path: string;
  readonly oldPath: string | null;
  readonly blob: string | null;
}

interface Lineage {
  readonly number: number;
  path: string;
  /** null: gone. */
  blob: string | null;
  /** The commit that touched it last. */
  last: string;
}

export class Lineages {
  private readonly all: Lineage[] = [];
  /** Path → the lineage that lives there. */
  private readonly live = new Map<string, Lineage>();
  /** Path → the lineage that lived there last. */
  private readonly former = new Map<string, Lineage>();

  /** All entries of one commit: one, or one a parent of a merge. */
  touchesOf(entries: readonly LogEntry[]): readonly Touch[] {
    const commit = entries[0]?.commit;
    if (commit === undefined) return [];
    const changes = entries.flatMap((entry) => entry.changes);
    const touches =
      commit.parents > 1 ? this.merge(changes) : changes.flatMap((change) => this.apply(change));
    for (const { lineage } of touches) {
      const touched = this.all[lineage];
      if (touched !== undefined) touched.last = commit.id;
    }
    return touches;
  }

  /** Lineage number → entity id: its path at HEAD, or the last one. Of several with one path the living or newest has it. */
  entityIds(): readonly string[] {
    const owners = new Map<string, Lineage>();
    for (const lineage of this.all) {
      const owner = owners.get(lineage.path);
      if (owner === undefined || owner.blob === null) owners.set(lineage.path, lineage);
    }
    return this.all.map((lineage) =>
      owners.get(lineage.path) === lineage ? lineage.path : `${lineage.path}@${lineage.last.slice(0, 12)}`,
    );
  }

  private apply(change: FileChange): Touch[] {
    if (change.status === 'D') return this.remove(change.path);
    if (change.status === 'R' && change.oldPath !== null) return this.rename(change, change.oldPath);
    const known = this.live.get(change.path) ?? this.returning(change);
    return [this.write(known, change, known === undefined || known.blob === null ? 'created' : 'updated')];
  }

  /** An edit of a path that another branch renamed away goes to the renamed file; a new file of that name is a new one. */
  private returning(change: FileChange): Lineage | undefined {
    const former = this.former.get(change.path);
    return former === undefined || former.blob === null || change.status !== 'A' ? former : undefined;
  }

  private rename(change: FileChange, oldPath: string): Touch[] {
    const moved = this.live.get(oldPath) ?? this.former.get(oldPath);
    const there = this.live.get(change.path);
    if (there !== undefined && there !== moved) {
      return [...this.remove(oldPath), this.write(there, change, 'updated')];
    }
    if (moved === undefined) return [this.write(undefined, change, 'created')];
    this.move(moved, change.path);
    return [{ ...this.write(moved, change, 'renamed'), oldPath }];
  }

  private remove(path: string): Touch[] {
    const lineage = this.live.get(path) ?? this.former.get(path);
    if (lineage === undefined || lineage.blob === null) return [];
    this.leave(lineage);
    lineage.blob = null;
    return [{ lineage: lineage.number, kind: 'removed', path, oldPath: null, blob: null }];
  }

  /** Only what a merge chose otherwise than the commits before it in the log left it. */
  private merge(changes: readonly FileChange[]): Touch[] {
    const outcome = new Map<string, FileChange>();
    for (const change of changes) {
      if (change.oldPath !== null && !outcome.has(change.oldPath)) {
        outcome.set(change.oldPath, {
          ...change,
          status: 'D',
          path: change.oldPath,
          oldPath: null,
          blob: null,
        });
      }
      outcome.set(change.path, change);
    }
    return [...outcome.values()].flatMap((change) => this.mergeOne(change, outcome));
  }

  private mergeOne(change: FileChange, outcome: ReadonlyMap<string, FileChange>): Touch[] {
    const there = this.live.get(change.path);
    if (change.blob === null) {
      const becomes = [...outcome.values()].find((other) => other.oldPath === change.path);
      const isRenamed = becomes !== undefined && this.live.get(becomes.path) === undefined;
      return there === undefined || isRenamed ? [] : this.remove(change.path);
    }
    if (there !== undefined) return there.blob === change.blob ? [] : [this.write(there, change, 'merged')];
    if (change.oldPath !== null && this.live.has(change.oldPath)) return this.rename(change, change.oldPath);
    const former = this.former.get(change.path);
    const isBack = former !== undefined && (former.blob === null || outcome.get(former.path)?.blob === null);
    if (!isBack) return [this.write(undefined, change, 'merged')];
    this.move(former, change.path);
    return [this.write(former, change, 'merged')];
  }

  private write(known: Lineage | undefined, change: FileChange, kind: Touch['kind']): Touch {
    const lineage = known ?? this.start(change.path);
    if (lineage.blob === null) this.live.set(lineage.path, lineage);
    lineage.blob = change.blob;
    return { lineage: lineage.number, kind, path: change.path, oldPath: null, blob: change.blob };
  }

  private start(path: string): Lineage {
    const lineage: Lineage = { number: this.all.length, path, blob: null, last: '' };
    this.all.push(lineage);
    return lineage;
  }

  private move(lineage: Lineage, path: string): void {
    this.leave(lineage);
    lineage.path = path;
    this.live.set(path, lineage);
  }

  private leave(lineage: Lineage): void {
    if (this.live.get(lineage.path) === lineage) this.live.delete(lineage.path);
    this.former.set(lineage.path, lineage);
  }
}
