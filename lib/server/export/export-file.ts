/** A file that somebody takes along: how it is called, what it is about, and its text piece by piece. */
import type { History } from '#core';
import { type EventFilter, isFiltering } from '#wire';
import {
  aboutScope,
  type ExportAbout,
  type ExportFormat,
  type ExportScope,
  type ExportWhat,
  exportFileName,
  type FileFormat,
  type ScopeMoment,
} from '#wire/export';
import type { EntityQuestion, OpenHistory } from '../history/open-history.ts';

export interface ExportFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly about: ExportAbout;
  /** Where they are known before the first piece. */
  readonly rows: number | null;
  /** End to end they are the file. One that throws in the middle leaves a file without its end, and is to be told as a failure. */
  readonly parts: AsyncIterable<string | Uint8Array>;
}

/** Everything about it that does not depend on the rows. */
export function exportFile(
  scope: ExportScope,
  format: ExportFormat,
  content: Pick<ExportFile, 'rows' | 'parts'>,
): ExportFile {
  const { entityType: type, entityId: id, what, axis, from, to, filter } = scope;
  const place = { from: from?.version ?? null, to: to.version };
  return {
    name: exportFileName({ type, id, what, format, axis, ...place, filtered: isFiltering(filter) }),
    format,
    about: aboutScope(scope),
    ...content,
  };
}

export function scopeOf(
  question: EntityQuestion,
  opened: OpenHistory,
  asked: {
    readonly what: ExportWhat;
    readonly from: ScopeMoment | null;
    readonly to: ScopeMoment;
    readonly isBackwards?: boolean;
    readonly filter: EventFilter;
  },
): ExportScope {
  return {
    namespace: question.namespace,
    entityType: question.type,
    entityId: question.id,
    axis: opened.axis,
    upTo: opened.axis === 'occurred' ? opened.head : null,
    projection: opened.segments.question.label,
    ...asked,
  };
}

export function scopeMoment(history: History, ordinal: number): ScopeMoment {
  if (ordinal === 0) return { version: 0, times: null };
  const { version, recordedAt, occurredAt } = history.event(ordinal);
  return { version, times: { recordedAt, occurredAt } };
}

/** What is there at once, as pieces or as the one page of rows. */
export async function* once<T>(value: T): AsyncGenerator<T, void, undefined> {
  yield value;
}
