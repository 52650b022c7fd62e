import type { Command } from 'commander';
import { z } from 'zod';
import { formatInstant } from '#core';
import { heldBackOf, listImports } from '#server';
import { sayMissingNamespace } from '../absent.ts';
import { runWithApp, type StoreOptions, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';
import { countWords } from '../import-words.ts';
import { print, printWords, say } from '../output.ts';

type Options = StoreOptions & { readonly json?: boolean };
type Import = Awaited<ReturnType<typeof listImports>>[number];

const MOST = 1_000;

export function registerSources(program: Command): void {
  const command = program
    .command('sources')
    .description('what was imported, newest first, with counts and refused lines')
    .option('--json', 'one JSON object a line');
  withStoreOptions(command).action((options: Options) =>
    runWithApp(options, async (viewer, app) => {
      const all = await listImports(viewer, app, { limit: MOST });
      const asked = all.filter(({ namespace }) => namespace === options.namespace);
      for (const one of asked) {
        if (options.json === true) await print(jsonOf(one));
        else for (const line of linesOf(one)) await printWords(line);
      }
      if (all.length === MOST) say(`Only the newest ${MOST} imports were looked at.`);
      const isMissing = asked.length === 0 && (await sayMissingNamespace(viewer, app, options.namespace));
      return isMissing && options.namespace !== 'main' ? EXIT.notThen : EXIT.done;
    }),
  );
}

function jsonOf(one: Import): string {
  return JSON.stringify({
    ...one,
    id: String(one.id),
    startedAt: formatInstant(one.startedAt),
    finishedAt: one.finishedAt === null ? null : formatInstant(one.finishedAt),
  });
}

function linesOf(one: Import): readonly string[] {
  const isFinished = one.finishedAt !== null;
  const begun = `${formatInstant(one.startedAt)}${isFinished ? '' : ' · not finished'}`;
  const refusals = one.refusals.map(({ place, code, reason }) => `  refused ${place}: ${code} ${reason}`);
  const hidden = one.refused - one.refusals.length;
  return [
    `${one.source} (${one.format}) · ${begun}`,
    ...filesOf(one).map((file) => `  from ${file}`),
    ...(one.digest === null ? [] : [`  SHA-256 ${one.digest}`]),
    `  ${countWords({ ...one, heldBack: isFinished ? heldBackOf(one) : 0 })}`,
    ...refusals,
    ...(hidden > 0 ? [`  … and ${hidden} more refused`] : []),
  ];
}

const optionsSchema = z.object({ files: z.array(z.string()) });

/** As they were named on the command line: several logs have the same base name. None where no file was read. */
function filesOf({ options }: Import): readonly string[] {
  const read = optionsSchema.safeParse(JSON.parse(options));
  return read.success ? read.data.files : [];
}
