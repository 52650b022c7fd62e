/**
 * Both states as canonical JSON text, laid out a member a line, and what differs between the lines.
 *
 * Law: the lines that are kept or removed are the text before, those that are kept or added the text after.
 */
import { type EditRun, editScript } from '#client/edit-script';
import { prettyJson } from '#client/pretty-json';
import type { Comparison } from '#client/replay/compare-moments';
import { stateText } from '#core';
import type { Folding } from './diff-rows.ts';
import { type Mark, wordMarks } from './word-marks.ts';

export interface RawDiff {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly runs: readonly EditRun[];
}

export type RawRow = RawLine | RawGap;

export interface RawLine {
  readonly kind: 'keep' | 'remove' | 'add';
  readonly key: string;
  /** Numbers of the line in either text, from 1; null where it is not in it. */
  readonly before: number | null;
  readonly after: number | null;
  /** Where in the text after, from 0; of a line that was removed, before which line it stood. */
  readonly line: number;
  readonly text: string;
  readonly marks: readonly Mark[] | null;
  /** The first of a run that differs. */
  readonly isFirst: boolean;
}

export interface RawGap {
  readonly kind: 'gap';
  readonly key: string;
  readonly left: number;
  readonly revealed: number;
  readonly after: number;
}

/** Lines on either side of a difference that stay in sight, as in unified diffs everywhere. */
const AROUND = 3;

export function rawDiff({ entries, unchanged }: Comparison): RawDiff {
  const side = (name: 'before' | 'after') =>
    linesOf([
      ...unchanged,
      ...entries.flatMap((entry) => {
        const text = entry[name];
        return text === null ? [] : [{ path: entry.path, text }];
      }),
    ]);
  const [before, after] = [side('before'), side('after')];
  return { before, after, runs: editScript(before, after) };
}

export function rawRows(diff: RawDiff, { revealed, showsAll }: Folding): readonly RawRow[] {
  const rows: RawRow[] = [];
  for (const [place, run] of diff.runs.entries()) {
    if (run.kind !== 'keep') addChanged(diff, place, rows);
    else {
      const start = place === 0 ? 0 : AROUND;
      const end = place === diff.runs.length - 1 ? run.length : run.length - AROUND;
      if (showsAll || end - start < 2) addKept(diff, run, 0, run.length, rows);
      else {
        const key = `gap line ${run.after}`;
        const more = Math.min(revealed.get(key) ?? 0, end - start);
        addKept(diff, run, 0, start + more, rows);
        rows.push({
          kind: 'gap',
          key,
          left: end - start - more,
          revealed: more,
          after: run.after + start + more,
        });
        addKept(diff, run, end, run.length, rows);
      }
    }
  }
  return rows;
}

function linesOf(leaves: Parameters<typeof stateText>[0]): readonly string[] {
  const text = stateText(leaves);
  return text === null ? [] : prettyJson(text).split('\n');
}

function addKept(diff: RawDiff, run: EditRun, from: number, to: number, rows: RawRow[]): void {
  for (let offset = from; offset < to; offset += 1) {
    rows.push({
      kind: 'keep',
      key: `line ${run.after + offset}`,
      before: run.before + offset + 1,
      after: run.after + offset + 1,
      line: run.after + offset,
      text: diff.after[run.after + offset] ?? '',
      marks: null,
      isFirst: false,
    });
  }
}

/** Where as many lines came as went, each is taken for the successor of one, and their words are compared. */
function addChanged({ before, after, runs }: RawDiff, place: number, rows: RawRow[]): void {
  const run = runs[place] as EditRun;
  const [last, next] = [runs[place - 1], runs[place + 1]];
  const isRemoval = run.kind === 'remove';
  const other = isRemoval ? next : last;
  const isPair = other?.kind === (isRemoval ? 'add' : 'remove') && other.length === run.length;
  const [was, is] = isRemoval ? [run, other] : [other, run];
  for (let offset = 0; offset < run.length; offset += 1) {
    const [old, now] = [before[(was?.before ?? 0) + offset] ?? '', after[(is?.after ?? 0) + offset] ?? ''];
    const marks = isPair ? wordMarks(old, now) : null;
    rows.push({
      kind: isRemoval ? 'remove' : 'add',
      key: isRemoval ? `old line ${run.before + offset}` : `line ${run.after + offset}`,
      before: isRemoval ? run.before + offset + 1 : null,
      after: isRemoval ? null : run.after + offset + 1,
      line: isRemoval ? run.after : run.after + offset,
      text: isRemoval ? old : now,
      marks: marks === null ? null : marks[isRemoval ? 'before' : 'after'],
      isFirst: offset === 0 && last?.kind !== 'remove',
    });
  }
}
