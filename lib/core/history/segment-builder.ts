/**
 * Collects the steps of a fold into one segment after the other.
 *
 * Where a segment ends follows from its events alone, so the same stream is always cut the same way: after 4,096 events, or when
 * it has outgrown max(1 MiB, 4 × its base), counted in UTF-16 units of what it has to say.
 */
import type { Axis } from '../event.ts';
import type { FoldStep } from '../fold.ts';
import { comparePaths } from '../pointer.ts';
import type { HeaderFields, PathColumn, SegmentParts } from './encode-segment.ts';
import type { EventMark, Leaf, ProjectionLabel } from './history.ts';

export interface SegmentLimits {
  readonly events: number;
  readonly size: number;
}

export const SEGMENT_LIMITS: SegmentLimits = { events: 4_096, size: 1_048_576 };

/** What an event and an entry take beside their texts. */
const EVENT_SIZE = 24;
const ENTRY_SIZE = 8;

export class SegmentBuilder {
  private first: number;
  private events: HeaderFields[] = [];
  private marks = new Map<number, EventMark>();
  private columns = new Map<string, { readonly ordinals: number[]; readonly texts: (string | null)[] }>();
  private size = 0;
  private baseSize = 0;

  /** Goes on after `base`, the leaves after the event before `first`. */
  constructor(
    private readonly label: { readonly axis: Axis; readonly projection: ProjectionLabel },
    private readonly limits: SegmentLimits = SEGMENT_LIMITS,
    first = 1,
    base: readonly Leaf[] = [],
  ) {
    this.first = first;
    this.begin(first, base);
  }

  /** Takes up an open segment: from there on it is as if every step had been added here. */
  static resumed(parts: SegmentParts, limits?: SegmentLimits): SegmentBuilder {
    const builder = new SegmentBuilder(parts, limits, parts.first, baseOf(parts));
    builder.events = [...parts.events];
    builder.marks = new Map(parts.marks);
    builder.size += EVENT_SIZE * parts.events.length;
    for (const { path, ordinals, texts } of parts.columns) {
      for (const [entry, ordinal] of ordinals.entries())
        if (ordinal >= parts.first) builder.set(path, ordinal, texts[entry] ?? null);
    }
    return builder;
  }

  get length(): number {
    return this.events.length;
  }

  /** In UTF-16 units, about. */
  get weight(): number {
    return this.size;
  }

  get isFull(): boolean {
    return (
      this.events.length >= this.limits.events || this.size > Math.max(this.limits.size, 4 * this.baseSize)
    );
  }

  /** Steps are added in the order of their ordinals. */
  add({ event, changes, mark }: Pick<FoldStep, 'changes' | 'mark'> & { readonly event: HeaderFields }): void {
    const index = this.events.length;
    this.events.push(headerOf(event));
    if (mark !== null) this.marks.set(index, mark);
    this.size += EVENT_SIZE;
    for (const { path, after } of changes) this.set(path, this.first + index, after);
  }

  /** Ends the segment and begins the next with what is live. */
  close(): SegmentParts {
    const built = this.parts();
    const base = [...this.columns].flatMap(([path, { ordinals, texts }]): Leaf[] => {
      const text = texts.at(-1) ?? null;
      return text === null ? [] : [{ path, text, ordinal: ordinals.at(-1) ?? 0 }];
    });
    this.begin(this.first + this.events.length, base);
    return built;
  }

  /** The segment as it is now; more events may follow. */
  parts(): SegmentParts {
    const columns: PathColumn[] = [...this.columns]
      .map(([path, column]) => ({ path, ...column }))
      .sort((a, b) => comparePaths(a.path, b.path));
    const { first, events, marks } = this;
    return { ...this.label, first, events, marks, columns };
  }

  private begin(first: number, base: readonly Leaf[]): void {
    this.first = first;
    this.events = [];
    this.marks = new Map();
    this.columns = new Map();
    this.size = 0;
    for (const { path, text, ordinal } of base) this.set(path, ordinal, text);
    this.baseSize = this.size;
  }

  private set(path: string, ordinal: number, text: string | null): void {
    let column = this.columns.get(path);
    if (column === undefined) {
      column = { ordinals: [], texts: [] };
      this.columns.set(path, column);
      this.size += path.length;
    }
    column.ordinals.push(ordinal);
    column.texts.push(text);
    this.size += ENTRY_SIZE + (text?.length ?? 0);
  }
}

/** What was live before its first event. */
function baseOf({ first, columns }: SegmentParts): Leaf[] {
  return columns.flatMap(({ path, ordinals, texts }) => {
    const [ordinal = first, text = null] = [ordinals[0], texts[0]];
    return ordinal < first && text !== null ? [{ path, text, ordinal }] : [];
  });
}

/** Without the payload, which may be large and is not needed any more. */
function headerOf(event: HeaderFields): HeaderFields {
  const { version, position, type, schemaVersion, actor } = event;
  const { occurredAt, recordedAt, recordedHigh, flags, removed } = event;
  return {
    version,
    position,
    type,
    schemaVersion,
    actor,
    occurredAt,
    recordedAt,
    recordedHigh,
    flags,
    removed,
  };
}
