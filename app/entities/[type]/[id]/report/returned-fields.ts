/** Fields that changed and came back between two moments, each with what became of it on the way. */
import { fieldsComeBack } from '#client/between-moments';
import { visibleChanges } from '#client/visible-changes';
import type { Change } from '#core';
import type { ReportedEvent } from '#server';

type Did = Pick<ReportedEvent, 'header' | 'changes'>;

export interface ReturnedField {
  readonly path: string;
  readonly steps: readonly (Pick<Change, 'before' | 'after'> & { readonly event: Did['header'] })[];
}

/** In the order of their first change. `differing`: where the two moments differ, which is told by itself. */
export function returnedFields(
  events: readonly Did[],
  differing: readonly string[],
): readonly ReturnedField[] {
  const fields = new Map<string, ReturnedField['steps'][number][]>();
  for (const { header, changes } of events)
    for (const { path, before, after } of visibleChanges(changes)) {
      const step = { before, after, event: header };
      const known = fields.get(path);
      if (known === undefined) fields.set(path, [step]);
      else known.push(step);
    }
  return fieldsComeBack([...fields.keys()], differing).map((path) => ({
    path,
    steps: fields.get(path) ?? [],
  }));
}
