import { typicalTime } from '#client/catalogue/typical-time';
import type { ModelStep } from '#client/model/drawn-model';
import type { PickedStep } from '#wire';

export type NameOf = (type: string) => string;

/** A step in words, ends of streams included. */
export function stepWords({ before, after }: Pick<ModelStep, 'before' | 'after'>, nameOf: NameOf): string {
  return `${before === null ? 'Start' : nameOf(before)} → ${after === null ? 'End' : nameOf(after)}`;
}

/** As a link to its examples says it. */
export function stepLabel(step: ModelStep, nameOf: NameOf): string {
  const times = `${step.events.toLocaleString('en')} ${step.events === 1 ? 'time' : 'times'}`;
  const typical = step.median === null ? '' : `, typically ${typicalTime(step.median)} apart`;
  return `${stepWords(step, nameOf)}: ${times}${typical}`;
}

export function pickOf({ before, after }: Pick<ModelStep, 'before' | 'after'>): PickedStep | null {
  if (after !== null) return { before, behind: after };
  return before === null ? null : { before, behind: null };
}

export function isPicked(
  picked: PickedStep | null,
  { before, after }: Pick<ModelStep, 'before' | 'after'>,
): boolean {
  return picked !== null && 'before' in picked && picked.before === before && picked.behind === after;
}
