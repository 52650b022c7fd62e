/** `--as-of <moment>` with the clock that it is meant on, the same on every command that asks what was known by then. */
import type { Command } from 'commander';
import type { Axis } from '#core';
import { type AxisOptions, withAxisOption } from './axis-option.ts';

export interface AsOfOptions extends AxisOptions {
  readonly asOf?: string;
}

/** `moments`: in words, what may be asked. */
export function withAsOfOption(command: Command, moments = 'an instant, @position or latest'): Command {
  return withAxisOption(
    command.option('--as-of <moment>', `only what had come by then: ${moments}`),
    'recorded',
  );
}

/** As the search takes it. */
export function asOfAsked({ asOf, axis }: AsOfOptions): { readonly asOf?: string; readonly asOfAxis?: Axis } {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(axis === undefined ? {} : { asOfAxis: axis }),
  };
}
