import type { Command } from 'commander';
import { readState, type StateAnswer } from '#server';
import { stateJson } from '#wire';
import { sayAbsent } from '../absent.ts';
import { answersEntities, type EntityOptions } from '../entity-command.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';

export function registerState(program: Command): void {
  const command = program
    .command('state')
    .description('the exact state of an entity at a moment, as JSON on stdout')
    .option(
      '--at <moment>',
      'version (812), position (@81204), instant (2026-03-03T14:02:11Z) or latest',
      'latest',
    );
  answersEntities<StateAnswer, EntityOptions>(command, {
    moments: ['at'],
    read: readState,
    show: async (answer, { viewer, app, asked, options }) => {
      if (!answer.exists) return sayAbsent(viewer, app, asked, answer);
      await print(options.json === true ? stateJson(answer) : answer.text);
      return EXIT.done;
    },
    lineOf: stateJson,
  });
}
