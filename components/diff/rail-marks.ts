/** Where in a whole document its changes are, thinned out to what a narrow rail can show. */

export interface Change {
  /** Counted from 0. */
  readonly line: number;
  readonly kind: 'added' | 'removed' | 'changed';
}

export interface RailMark {
  /** Of the height, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly kind: Change['kind'];
}

/** Marks that a rail can hold. */
const STEPS = 240;

/** Ascending; neighbours of one kind are joined, and where several kinds meet it is a change. */
export function railMarks(changes: readonly Change[], lines: number): readonly RailMark[] {
  const kinds = new Map<number, Change['kind']>();
  const steps = Math.min(STEPS, Math.max(1, lines));
  for (const { line, kind } of changes) {
    const step = Math.min(steps - 1, Math.floor((line / Math.max(1, lines)) * steps));
    const known = kinds.get(step);
    kinds.set(step, known === undefined || known === kind ? kind : 'changed');
  }
  const marks: { from: number; to: number; kind: Change['kind'] }[] = [];
  for (const [step, kind] of [...kinds].sort(([one], [other]) => one - other)) {
    const last = marks.at(-1);
    if (last !== undefined && last.kind === kind && last.to === step) last.to = step + 1;
    else marks.push({ from: step, to: step + 1, kind });
  }
  return marks.map(({ from, to, kind }) => ({ from: from / steps, to: to / steps, kind }));
}

/** The rail in words, for those who do not see it. */
export function railWords(changes: readonly Change[], lines: number): string {
  const first = changes[0];
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return 'No changes.';
  const count = changes.length === 1 ? '1 change' : `${changes.length.toLocaleString('en')} changes`;
  const where =
    changes.length === 1
      ? `on line ${(first.line + 1).toLocaleString('en')}`
      : `the first on line ${(first.line + 1).toLocaleString('en')}, the last on line ${(last.line + 1).toLocaleString('en')}`;
  return `${count} in a document of ${lines.toLocaleString('en')} lines, ${where}.`;
}
