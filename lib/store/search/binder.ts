/** The parameters of one statement: what a reader wrote goes nowhere but in here. */
export class Binder {
  readonly values: unknown[] = [];

  /** The place that stands for the value, with its type. */
  readonly bind = (value: unknown, type: string): string => `$${this.values.push(value)}::${type}`;
}
