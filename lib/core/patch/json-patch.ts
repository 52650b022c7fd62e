/**
 * RFC 6902 JSON Patch, all or nothing.
 *
 * Law: applyPatch(a, jsonPatchBetween(a, b)) = b; a refused patch changes nothing, and the document given is never
 * touched. `undefined` is the absent document: `add` at the empty path makes one, `remove` there takes it away.
 *
 * `test` compares numbers by value (1, 1.0 and 1e0 are one), as section 4.6 says, and exactly, without doubles.
 */
import { checkState } from '../json/check-state.ts';
import { decimalOf, sameDecimal } from '../json/decimal.ts';
import { equalJson, type SameNumber } from '../json/equal-json.ts';
import { literalOf } from '../json/number.ts';
import type { Json } from '../json/value.ts';
import { formatPointer } from '../pointer.ts';
import { fail, ok, type Result } from '../result.ts';
import { Draft } from './draft.ts';
import { type PatchStep, readPatch } from './operation.ts';

/**
 * Fails with CS-107 (no patch), CS-108 (an operation cannot be done, or a `test` does not hold) or CS-105 (the result
 * would be too large: `copy` can double a document with each operation). The place is a pointer into the patch.
 */
export function applyPatch(document: Json | undefined, operations: Json): Result<Json | undefined> {
  const steps = readPatch(operations);
  if (!steps.ok) return steps;
  const draft = new Draft(document);
  for (const [index, step] of steps.value.entries()) {
    const refusal = perform(draft, step);
    if (refusal !== null)
      return fail('CS-108', `Operation ${index + 1} ("${step.op}"): ${refusal}.`, `/${index}`);
  }
  return draft.document === undefined ? ok(undefined) : checkState(draft.document);
}

function perform(draft: Draft, step: PatchStep): string | null {
  switch (step.op) {
    case 'add':
      return draft.add(step.path, step.value);
    case 'replace':
      return draft.replace(step.path, step.value);
    case 'remove':
      return draft.remove(step.path);
    case 'test':
      return test(draft, step.path, step.value);
    case 'copy':
    case 'move':
      return transfer(draft, step.op, step.from, step.path);
  }
}

function test(draft: Draft, path: readonly string[], value: Json): string | null {
  const found = draft.get(path);
  const where = JSON.stringify(formatPointer(path));
  if (found === undefined) return `there is nothing at ${where}`;
  return equalJson(found, value, sameValue) ? null : `the value at ${where} is another one`;
}

const sameValue: SameNumber = (a, b) => sameDecimal(decimalOf(literalOf(a)), decimalOf(literalOf(b)));

function transfer(
  draft: Draft,
  op: 'copy' | 'move',
  from: readonly string[],
  to: readonly string[],
): string | null {
  const value = draft.get(from);
  const where = JSON.stringify(formatPointer(from));
  if (value === undefined) return `there is nothing at ${where}`;
  if (op === 'copy') {
    draft.disown();
    return draft.add(to, value);
  }
  const inside = to.length >= from.length && from.every((step, index) => step === to[index]);
  if (inside) return to.length === from.length ? null : `${where} cannot move into itself`;
  return draft.remove(from) ?? draft.add(to, value);
}
