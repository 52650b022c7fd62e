/**
 * A document while a patch is being applied to it: edits reach a private copy, made container by container.
 *
 * Law: whatever is done to a draft, the document it began with stays as it was. Each container is copied at most once
 * between two `copy` operations, so that thousands of edits of one large array stay cheap.
 *
 * Every edit answers null, or the words that say why it cannot be done.
 */
import { isJsonArray, isJsonObject, type Json, setOwn } from '../json/value.ts';
import { arrayIndex, formatPointer, resolvePointer } from '../pointer.ts';

export class Draft {
  /** The containers that are ours alone and may be edited in place. */
  private owned = new Set<Json>();

  constructor(private root: Json | undefined) {}

  get document(): Json | undefined {
    return this.root;
  }

  get(path: readonly string[]): Json | undefined {
    return this.root === undefined ? undefined : resolvePointer(this.root, path);
  }

  /** To be called before a part of the document is placed a second time, because then neither place owns it. */
  disown(): void {
    this.owned = new Set();
  }

  add(path: readonly string[], value: Json): string | null {
    const last = path.at(-1);
    if (last === undefined) return this.setRoot(value);
    const parent = this.editable(path.slice(0, -1));
    if (Array.isArray(parent)) {
      const index = last === '-' ? parent.length : arrayIndex(last);
      if (index === null || index > parent.length) return noSuchIndex(path);
      parent.splice(index, 0, value);
    } else if (parent === undefined) {
      return noSuchParent(path);
    } else {
      setOwn(parent, last, value);
    }
    return null;
  }

  replace(path: readonly string[], value: Json): string | null {
    if (this.get(path) === undefined) return noSuchPlace(path);
    const last = path.at(-1);
    if (last === undefined) return this.setRoot(value);
    const parent = this.editable(path.slice(0, -1));
    if (Array.isArray(parent)) parent[Number(last)] = value;
    else if (parent !== undefined) setOwn(parent, last, value);
    return null;
  }

  remove(path: readonly string[]): string | null {
    if (this.get(path) === undefined) return noSuchPlace(path);
    const last = path.at(-1);
    if (last === undefined) return this.setRoot(undefined);
    const parent = this.editable(path.slice(0, -1));
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else if (parent !== undefined) delete parent[last];
    return null;
  }

  private setRoot(value: Json | undefined): null {
    this.root = value;
    return null;
  }

  /** The container at the path, ours to change along with every container above it; undefined where there is none. */
  private editable(path: readonly string[]): Container | undefined {
    const target = this.get(path);
    if (!isJsonArray(target) && !isJsonObject(target)) return undefined;
    let container = this.own(this.root ?? null);
    this.root = container;
    for (const step of path) {
      const child: Container = this.own(memberOf(container, step));
      if (Array.isArray(container)) container[Number(step)] = child;
      else setOwn(container, step, child);
      container = child;
    }
    return container;
  }

  private own(json: Json): Container {
    if (this.owned.has(json)) return json as Container;
    const copy: Container = isJsonArray(json) ? [...json] : { ...(json as Record<string, Json>) };
    this.owned.add(copy);
    return copy;
  }
}

type Container = Json[] | Record<string, Json>;

/** The path was resolved before, so the member is there. */
function memberOf(container: Container, step: string): Json {
  return (Array.isArray(container) ? container[Number(step)] : container[step]) ?? null;
}

const quoted = (path: readonly string[]) => JSON.stringify(formatPointer(path));

const noSuchPlace = (path: readonly string[]) => `there is nothing at ${quoted(path)}`;

const noSuchIndex = (path: readonly string[]) => `${quoted(path)} is no place in that array`;

const noSuchParent = (path: readonly string[]) => `there is no object or array above ${quoted(path)}`;
