import type { DrawnModel } from '#client/model/drawn-model';

/** What is drawn, and what is not, in whole sentences. */
export function hiddenWords({ steps, hidden, events }: DrawnModel): string {
  if (hidden.steps === 0) return `All ${counted(steps.length, 'step')} are drawn.`;
  const share = Math.floor((1_000 * (events - hidden.events)) / events) / 10;
  const types =
    hidden.types === 0 ? '' : ` and ${counted(hidden.types, 'type')} of events that have no other step`;
  const full = hidden.isFull ? ' More than that cannot be read in one drawing.' : '';
  return `${counted(steps.length, 'step')} of ${(steps.length + hidden.steps).toLocaleString('en')} are drawn, which are ${share} % of all that happened. Hidden: ${counted(hidden.steps, 'rarer step')}${types}.${full}`;
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
