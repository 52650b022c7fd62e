import type { Command } from 'commander';
import { formatInstant, type Note } from '#core';
import { readNotes } from '#server';
import { notesJson } from '#wire';
import { sayUnknown } from '../absent.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { print, printWords, say } from '../output.ts';

type Options = StoreOptions & { readonly withRemoved?: boolean; readonly json?: boolean };

export function registerNotes(program: Command): void {
  const command = program
    .command('notes')
    .description('what readers have said about one entity, in the order in which they did')
    .argument('<type>', 'entity type')
    .argument('<id>', 'entity id')
    .option('--with-removed', 'also those that were removed')
    .option('--json', 'one JSON document, with the history of each, removed ones too');
  withStoreOptions(command).action((type: string, id: string, options: Options) =>
    runWithApp(options, async (viewer, app) => {
      const asked = { namespace: options.namespace, type, id };
      const found = await readNotes(viewer, app, asked);
      if (found === null) return sayUnknown(viewer, app, asked);
      if (options.json === true) {
        await print(notesJson(found));
        return EXIT.done;
      }
      const shown = found.notes.filter((note) => options.withRemoved === true || !note.isRemoved);
      for (const note of shown) await printWords(...noteColumns(note));
      const hidden = found.notes.length - shown.length;
      if (hidden > 0) say(`${hidden} removed (--with-removed lists them).`);
      if (found.unread.length > 0) say(`${found.unread.length} of their events could not be read.`);
      return EXIT.done;
    }),
  );
}

/** Place, time, writer, field, text. The name is the one that the writer gave; nobody checked it. */
function noteColumns({ on, kind, text, steps: [added], isRemoved }: Note): readonly string[] {
  const place = on.to === null ? String(on.from) : `${on.from}-${on.to}`;
  const columns = [
    place,
    added === undefined ? '-' : formatInstant(added.at),
    added?.declared ?? added?.actor ?? '-',
    on.path ?? '-',
    kind === 'bookmark' ? '(bookmark)' : text,
  ];
  return isRemoved ? [...columns, 'removed'] : columns;
}
