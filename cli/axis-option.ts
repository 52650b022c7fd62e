/** `--axis recorded|occurred`, the same on every command that has it. */
import { type Command, Option } from 'commander';
import type { Axis } from '#core';

export interface AxisOptions {
  readonly axis?: Axis;
}

/** `usual`: in words, the axis without the option. */
export function withAxisOption(command: Command, usual: string): Command {
  return command.addOption(
    new Option(
      '--axis <axis>',
      `recorded: as we knew it; occurred: as it happened (default: ${usual})`,
    ).choices(['recorded', 'occurred']),
  );
}
