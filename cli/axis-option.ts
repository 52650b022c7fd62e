/** `--axis recorded|occurred`, the same on every command that has it. */
import { type Command, Option } from 'commander';
import type { Axis } from '#core';

export interface AxisOptions {
  readonly axis?: Axis;
}

export function withAxisOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--axis <axis>',
      'recorded: as we knew it; occurred: as it happened (default: the stream’s own)',
    ).choices(['recorded', 'occurred']),
  );
}
