/** A path as steps to show: `/customer/address` reads `customer › address`, an element of an array by its key or its index. */
import { canonicalText, parsePath } from '#core';
import { shownName } from './shown-blanks.ts';

/** The steps of a leaf's path; leaves come from the store, so a path is well formed here. */
export function pointerSteps(path: string): readonly string[] {
  const steps = parsePath(path);
  if (!steps.ok) return [path];
  return steps.value.map((step) => {
    if ('name' in step) return step.name;
    return typeof step.key === 'string' ? step.key : canonicalText(step.key);
  });
}

/** An empty key must be seen too, and blanks at the ends of others or several in a row. */
export const stepText = shownName;

export function pointerWords(pointer: string): string {
  const steps = pointerSteps(pointer);
  return steps.length === 0 ? 'the whole value' : steps.map(stepText).join(' › ');
}

export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
