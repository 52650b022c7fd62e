/**
 * The place of a field: a pointer (`/lines/0/sku`), or names with points between them (`lines.0.sku`), in which quotes keep a point from
 * parting names. A bare `*` is any one step. Two quotes with nothing between them are the whole document.
 */
import { isKeyStep, isPath } from '../keyed/leaf-path.ts';
import { escapeStep } from '../pointer.ts';
import { ok } from '../result.ts';
import type { PathPattern } from './query.ts';
import { cited, type Read, trouble } from './trouble.ts';
import type { Word } from './word.ts';

export function readPath(word: Word): Read<PathPattern> {
  if (word.text === '') {
    if (!word.isNothing) return ok({ steps: [] });
    return trouble(word, 'Write the path of a field, such as /status or status.');
  }
  const comma = word.find(',');
  if (comma !== -1) {
    const at = { from: word.from, to: word.slice(comma).from + 1 };
    return trouble(at, 'A comma may stand between values only. Write a path that has one in quotes.');
  }
  const isPointer = word.text.startsWith('/');
  const steps: (string | null)[] = [];
  for (const step of isPointer ? stepsOf(word) : word.split('.')) {
    if (!isPointer && step.isNothing)
      return trouble(word, 'Write a name on both sides of each point, or a path that begins with a slash.');
    const read = isPointer ? readStep(step) : readName(step);
    if (!read.ok) return read;
    steps.push(read.value);
  }
  return ok({ steps });
}

/** As `readPath`, where the elements of arrays have no keys. */
export function readPlainPath(word: Word): Read<PathPattern> {
  const path = readPath(word);
  if (!path.ok || !path.value.steps.some((step) => step !== null && isKeyStep(step))) return path;
  return trouble(
    word,
    'A payload is as it was written: name the elements of its arrays by index, or any by *.',
  );
}

/** Slashes part steps in quotes too: a name that has one is written with ~1. */
function stepsOf(word: Word): readonly Word[] {
  const steps: Word[] = [];
  let start = 1;
  for (let end = word.text.indexOf('/', 1); end !== -1; end = word.text.indexOf('/', start)) {
    steps.push(word.slice(start, end));
    start = end + 1;
  }
  steps.push(word.slice(start));
  return steps;
}

function readStep(step: Word): Read<string | null> {
  if (step.text === '*' && step.isBare(0)) return ok(null);
  if (step.find('*') !== -1) return partOfStep(step);
  if (isPath(`/${step.text}`)) return ok(step.text);
  return trouble(step, `The step ${cited(step.text)} is none: after "~" stands 0 (for "~") or 1 (for "/").`);
}

function readName(step: Word): Read<string | null> {
  if (step.text === '*' && step.isBare(0)) return ok(null);
  if (step.find('*') !== -1) return partOfStep(step);
  return ok(escapeStep(step.text));
}

function partOfStep(step: Word): Read<never> {
  return trouble(
    step,
    'In a path a star stands for a whole step. Write one that is meant as itself in quotes.',
  );
}
