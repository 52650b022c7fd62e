import type { Command } from 'commander';
import { type BlameAnswer, readBlame } from '#server';
import { blameJson } from '#wire';
import { sayAbsent } from '../absent.ts';
import { answersEntities, type EntityOptions } from '../entity-command.ts';
import { eventWords } from '../event-line.ts';
import { EXIT } from '../exit.ts';
import { leafWords, pathWords } from '../leaf-words.ts';
import { print, printWords } from '../output.ts';

export function registerBlame(program: Command): void {
  const command = program
    .command('blame')
    .description('for every path of a state: its value, and the event that last set it')
    .option('--at <moment>', 'version, @position, instant or latest', 'latest');
  answersEntities<BlameAnswer, EntityOptions>(command, {
    moments: ['at'],
    read: readBlame,
    show: async (answer, { viewer, app, asked, options }) => {
      if (!answer.exists) return sayAbsent(viewer, app, asked, answer);
      if (options.json === true) await print(blameJson(answer));
      else await printLines(answer);
      return EXIT.done;
    },
    lineOf: blameJson,
  });
}

async function printLines({ lines, axis }: Extract<BlameAnswer, { exists: true }>): Promise<void> {
  const valueWords = leafWords(lines);
  for (const { path, text, event } of lines) {
    await printWords(`${pathWords(path)}  ${valueWords(path, text)}  (${eventWords(event, axis)})`);
  }
}
