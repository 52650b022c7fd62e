/** `chronoscope`: each command is thin over one use case of lib/server. */
import { Command, CommanderError } from 'commander';
import packageFile from '../package.json' with { type: 'json' };
import { registerBlame } from './commands/blame.ts';
import { registerCompare } from './commands/compare.ts';
import { registerDiff } from './commands/diff.ts';
import { registerEntities } from './commands/entities.ts';
import { registerEvents } from './commands/events.ts';
import { registerExport } from './commands/export.ts';
import { registerField } from './commands/field.ts';
import { registerFirstWhere } from './commands/first-where.ts';
import { registerImport } from './commands/import.ts';
import { registerNotes } from './commands/notes.ts';
import { registerRebuild } from './commands/rebuild.ts';
import { registerSearch } from './commands/search.ts';
import { registerSequence } from './commands/sequence.ts';
import { registerSources } from './commands/sources.ts';
import { registerStart } from './commands/start.ts';
import { registerState } from './commands/state.ts';
import { registerTypes } from './commands/types.ts';
import { registerVerify } from './commands/verify.ts';
import { EXIT } from './exit.ts';
import { bearClosedPipes } from './output.ts';

const program = new Command('chronoscope')
  .description('a time machine for event stores: any entity, any moment, any diff')
  .version(packageFile.version, '--version', 'print the version of this program')
  .exitOverride()
  .showHelpAfterError('(add --help for the options)')
  .addHelpText('after', exitCodesHelp());

for (const register of [
  registerStart,
  registerImport,
  registerEntities,
  registerEvents,
  registerState,
  registerDiff,
  registerCompare,
  registerBlame,
  registerField,
  registerFirstWhere,
  registerNotes,
  registerVerify,
  registerExport,
  registerSearch,
  registerTypes,
  registerSequence,
  registerSources,
  registerRebuild,
]) {
  register(program);
}

bearClosedPipes();

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUse;
}

function exitCodesHelp(): string {
  return '\nExit codes: 0 done · 1 something was refused · 2 wrong use · 3 there is no such entity or namespace, or the entity did not exist then';
}
