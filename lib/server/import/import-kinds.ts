/**
 * How the entity types of an import are folded: registered by the first import of a type, and refused where a later one disagrees,
 * since one type in one namespace has one history.
 */
import { ok, type Problem, type ProjectionKind, type Result } from '#core';
import { type BroughtKind, usualKind } from '#sources';
import type { App } from '../app.ts';
import type { ImportRequest } from './import-request.ts';

export class ImportKinds {
  readonly notes: string[] = [];
  private readonly checked = new Map<string, Problem | null>();
  private readonly registered = new Map<string, ProjectionKind>();
  private brought = 0;

  constructor(
    private readonly app: App,
    private readonly request: ImportRequest,
    private readonly by: string,
  ) {}

  /** Before anything is read, where all events have one type. Errors: CS-213. */
  async checkConstantType(): Promise<Result<null>> {
    const { what, namespace } = this.request;
    if (what.format !== 'ndjson' || !('constant' in what.mapping.entityType)) return ok(null);
    const problem = await this.problemOf(namespace, what.mapping.entityType.constant);
    return problem === null ? ok(null) : { ok: false, error: problem };
  }

  /** The reason why events of this type cannot come in this way, or null. */
  async problemOf(namespace: string, entityType: string): Promise<Problem | null> {
    const key = JSON.stringify([namespace, entityType]);
    const known = this.checked.get(key);
    if (known !== undefined) return known;
    const registered = await this.app.store.projectionOf(namespace, entityType);
    const problem = this.disagreement(entityType, registered);
    this.checked.set(key, problem);
    if (problem === null) this.noteReducer(namespace, entityType);
    return problem;
  }

  /** Registers the kinds of these types, as far as they are not. */
  async register(namespace: string, entityTypes: ReadonlySet<string>): Promise<void> {
    const kind = this.request.fold ?? usualKind(this.request.what);
    if (kind === null) return;
    for (const entityType of entityTypes) await this.registerOne({ namespace, entityType, kind });
  }

  /** Registers the kinds that the source brought along since the last call. */
  async registerBrought(kinds: readonly BroughtKind[]): Promise<void> {
    for (const kind of kinds.slice(this.brought)) {
      const registered = await this.registerOne(kind);
      if (registered !== kind.kind) {
        this.notes.push(
          `${kind.entityType} stays folded as ${registered}; the log was folded as ${kind.kind}.`,
        );
      }
    }
    this.brought = kinds.length;
  }

  private async registerOne({ namespace, entityType, kind }: BroughtKind): Promise<ProjectionKind> {
    const key = JSON.stringify([namespace, entityType]);
    const known = this.registered.get(key);
    if (known !== undefined) return known;
    const before = await this.app.store.registerProjection(namespace, entityType, kind, this.by);
    const isReplaced = this.request.refold && before !== kind;
    if (isReplaced) {
      await this.app.store.replaceProjection(namespace, entityType, kind, this.by);
      this.notes.push(
        `${entityType} was folded as ${before} and is folded as ${kind} from now on, all of its history.`,
      );
    }
    const registered = isReplaced ? kind : before;
    this.registered.set(key, registered);
    return registered;
  }

  private disagreement(entityType: string, registered: ProjectionKind | null): Problem | null {
    const { fold, refold } = this.request;
    if (fold === null || registered === null || registered === fold || refold) return null;
    const message = `${entityType} is folded as ${registered} since its first import; this one says --fold ${fold}. Leave --fold out, or fold all of its history anew with --refold.`;
    return { code: 'CS-213', message };
  }

  private noteReducer(namespace: string, entityType: string): void {
    const reducer = this.app.config.reducerOf(namespace, entityType);
    if (reducer === null) return;
    this.notes.push(`${entityType} is folded by the reducer ${reducer.name} of the configuration file.`);
  }
}
