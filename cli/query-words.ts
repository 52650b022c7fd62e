/**
 * The words of a query on the command line, some of which begin with a minus, as in `-actor:*`: its command takes options that it does not know as
 * words. No term begins with two of them, so what does is an option that was misspelled.
 */
import type { Command } from 'commander';

export function queryOf(words: readonly string[], command: Command): string {
  const misspelled = words.find((word) => word.startsWith('--'));
  if (misspelled !== undefined)
    command.error(`error: unknown option '${misspelled}'`, { code: 'commander.unknownOption' });
  return words.join(' ');
}
