/** The parameters of one statement: what a reader wrote goes nowhere but in here. */
import { askable } from '../read-models/holdable-text.ts';

export class Binder {
  constructor(readonly values: unknown[] = []) {}

  /** The place that stands for the value, with its type. A text that PostgreSQL cannot hold is NULL, which nothing equals and nothing is like. */
  readonly bind = (value: unknown, type: string): string =>
    `$${this.values.push(typeof value === 'string' ? askable(value) : value)}::${type}`;

  /** To go on with, in one of several statements that begin alike. */
  copy(): Binder {
    return new Binder([...this.values]);
  }
}
