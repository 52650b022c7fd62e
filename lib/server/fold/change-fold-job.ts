/**
 * One fold of the newest events of many streams, inside the worker's thread: what every event changed, as rows of the change log.
 *
 * Streams are folded side by side, each from the state that it had before. Law: rows and states are those that folding each stream from
 * its first event would give, whichever streams the events are of that lie between its own.
 */
import type { SandboxProgram } from '#config';
import {
  applyChanges,
  type Change,
  comparePaths,
  type EventToFold,
  Fold,
  type FoldStep,
  jsonOfLeaves,
  type LeafText,
  type Problem,
  type Result,
} from '#core';
import type { ChangedState, ChangeMark, FoldedChanges } from '#store';
import { ChangeRowWriter } from './change-row-writer.ts';
import { ChangedDays } from './changed-days.ts';
import { type FoldRule, ruleOf } from './fold-rule.ts';
import type { ChangingStream, WorkerSettings } from './messages.ts';
import { EventLineReader } from './read-event-lines.ts';
import type { ReducerProjection } from './reducer-projection.ts';
import { TimeLimit } from './time-limit.ts';

export class ChangeFoldJob {
  private readonly reader = new EventLineReader();
  private readonly writer = new ChangeRowWriter();
  private readonly days = new ChangedDays();
  private readonly states: ChangedState[] = [];
  private readonly marks: ChangeMark[] = [];
  /** Those that no event was met of yet, by their ids … */
  private readonly coming: Map<string, ChangingStream>;
  /** … and those that have further ones. */
  private readonly open = new Map<string, OpenStream>();
  private readonly limit: TimeLimit;
  /** Of entity types that run no code of the user's: such a rule remembers nothing of a stream. */
  private readonly rules = new Map<string, Result<FoldRule>>();

  /** `program` is asked for where one is needed. */
  constructor(
    streams: readonly ChangingStream[],
    private readonly program: () => SandboxProgram | null,
    private readonly settings: WorkerSettings,
  ) {
    this.limit = new TimeLimit(settings.eventLimitMs);
    this.coming = new Map(streams.map((stream) => [String(stream.id), stream]));
  }

  /** Answers of how many bytes the rows are that nobody took yet. */
  add(lines: Uint8Array): number {
    for (const { streamId, events } of this.reader.readRuns(lines)) {
      const open = this.open.get(streamId) ?? this.begin(streamId);
      open.reducer?.expect(events);
      for (const event of events) this.take(open, event);
      open.left -= events.length;
      if (open.left === 0) this.finish(streamId, open);
    }
    return this.writer.size;
  }

  /** Of the rows that there are by now, the paths that have no number yet, in the order in which they were met. */
  freshPaths(): readonly string[] {
    return this.writer.freshPaths();
  }

  /** Takes the rows that there are by now. */
  rows(freshIds: readonly number[]): Uint8Array<ArrayBuffer> {
    return this.writer.rows(freshIds);
  }

  end(): FoldedChanges {
    if (this.open.size > 0 || this.coming.size > 0) throw new Error('Lines of events are missing.');
    return { days: this.days.all(), states: this.states, marks: this.marks };
  }

  private begin(streamId: string): OpenStream {
    const stream = this.coming.get(streamId);
    if (stream === undefined) throw new Error('There are more lines of events than streams have.');
    const leaves = leavesOfText(stream.leaves);
    const rule = this.ruleOf(stream);
    const fold = rule.ok
      ? new Fold(rule.value.projection, rule.value.upcasters, { state: jsonOfLeaves(leaves), leaves })
      : null;
    const reducer = rule.ok ? rule.value.reducer : null;
    const problem = rule.ok ? null : rule.error;
    const open = {
      stream,
      leaves,
      fold,
      reducer,
      problem,
      left: stream.events,
      changed: new Map(),
      version: 0,
    };
    this.coming.delete(streamId);
    // A text of its own: what was given is a part of all the lines it came with.
    this.open.set(String(stream.id), open);
    return open;
  }

  private ruleOf(stream: ChangingStream): Result<FoldRule> {
    const { configHash } = this.settings;
    if (stream.projection === 'reducer' || stream.upcasts)
      return ruleOf(stream, this.program(), configHash, this.limit);
    const name = JSON.stringify([stream.namespace, stream.entityType]);
    const known = this.rules.get(name) ?? ruleOf(stream, null, configHash, this.limit);
    this.rules.set(name, known);
    return known;
  }

  private take(open: OpenStream, event: EventToFold): void {
    const { stream, fold, problem, changed } = open;
    open.version = event.version;
    if (fold === null) {
      this.note(stream, event, 'foldError', problem?.message ?? '');
      return;
    }
    const step: FoldStep = fold.step(event);
    if (step.mark !== null) this.note(stream, event, step.mark.kind, step.mark.message);
    this.writer.add(stream.id, event, step.changes);
    this.days.add(stream.namespace, event, step.changes.length);
    for (const change of step.changes) changed.set(change.path, change);
  }

  private note(stream: ChangingStream, event: EventToFold, kind: string, message: string): void {
    this.marks.push({ position: event.position, streamId: stream.id, version: event.version, kind, message });
  }

  private finish(streamId: string, { stream, leaves, changed, version }: OpenStream): void {
    const changes = [...changed.values()].sort((a, b) => comparePaths(a.path, b.path));
    const after = changes.length === 0 ? leaves : applyChanges(leaves, changes);
    this.states.push({ streamId: stream.id, version, leaves: textOfLeaves(after) });
    this.open.delete(streamId);
  }
}

interface OpenStream {
  readonly stream: ChangingStream;
  readonly leaves: readonly LeafText[];
  /** null: there is no rule to fold it by. */
  readonly fold: Fold | null;
  readonly reducer: ReducerProjection | null;
  readonly problem: Problem | null;
  left: number;
  /** The last change of every path. */
  readonly changed: Map<string, Change>;
  version: number;
}

/** JSON: path, text, path, text … */
function textOfLeaves(leaves: readonly LeafText[]): string {
  return JSON.stringify(leaves.flatMap(({ path, text }) => [path, text]));
}

function leavesOfText(text: string | null): readonly LeafText[] {
  const flat: readonly string[] = text === null ? [] : JSON.parse(text);
  return Array.from({ length: flat.length / 2 }, (_, index) => ({
    path: flat[2 * index] ?? '',
    text: flat[2 * index + 1] ?? '',
  }));
}
