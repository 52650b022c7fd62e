/** A path as steps to show: `/customer/address` reads `customer › address`, an element of an array by its key or its index. */
import { canonicalText, parsePath } from '#core';

/** The steps of a leaf's path; leaves come from the store, so a path is well formed here. */
export function pointerSteps(path: string): readonly string[] {
  const steps = parsePath(path);
  if (!steps.ok) return [path];
  return steps.value.map((step) => {
    if ('name' in step) return step.name;
    return typeof step.key === 'string' ? step.key : canonicalText(step.key);
  });
}

/**
 * A key as it is shown. One that would not be seen as what it is stands in quotation marks: an empty one, and one with spaces at its
 * ends, several in a row or other than the ordinary one. Those spaces are shown by a sign, `"␣id"`, or by their number, `"⟨U+00A0⟩id"`.
 */
export function stepText(step: string): string {
  if (step !== '' && !UNSEEN.test(step)) return step;
  const shown = step
    .replace(/^ +| +$| {2,}/g, (spaces) => '␣'.repeat(spaces.length))
    .replace(
      OTHER_SPACE,
      (space) => `⟨U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    );
  return `"${shown}"`;
}

/** Tabs and ends of lines are control characters, which are shown by name everywhere. */
const OTHER_SPACE = /[^\S \t-\r]/g;
const UNSEEN = /^\s|\s$| {2}|[^\S \t-\r]/;

export function pointerWords(pointer: string): string {
  const steps = pointerSteps(pointer);
  return steps.length === 0 ? 'the whole value' : steps.map(stepText).join(' › ');
}

export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
