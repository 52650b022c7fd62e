/** A pointer as steps to show: `/customer/address` reads `customer › address`, a step of an array by its index. */

/** The steps of an RFC 6901 pointer; leaves come from the store, so a pointer is well formed here. */
export function pointerSteps(pointer: string): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** An empty key must be seen too. */
export function stepText(step: string): string {
  return step === '' ? '""' : step;
}

export function pointerWords(pointer: string): string {
  const steps = pointerSteps(pointer);
  return steps.length === 0 ? 'the whole value' : steps.map(stepText).join(' › ');
}

export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
