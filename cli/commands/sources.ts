import type { Command } from 'commander';
import { formatInstant } from '#core';
import { listImports } from '#server';
import { print, runWithApp, type StoreOptions, say, withStoreOptions } from '../command-context.ts';
import { EXIT } from '../exit.ts';

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
      for (const one of all.filter(({ namespace }) => namespace === options.namespace)) {
        await print(options.json === true ? jsonOf(one) : wordsOf(one));
      }
      if (all.length === MOST) say(`Only the newest ${MOST} imports were looked at.`);
      return EXIT.done;
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

function wordsOf(one: Import): string {
  const end = one.finishedAt === null ? ' · not finished' : '';
  const counts = `${one.read} read, ${one.added} added, ${one.alreadyThere} already there, ${one.refused} refused`;
  const head = `${one.source} (${one.format}) · ${formatInstant(one.startedAt)}${end}\n  ${counts}`;
  const refusals = one.refusals.map(({ place, code, reason }) => `\n  refused ${place}: ${code} ${reason}`);
  const hidden = one.refused - one.refusals.length;
  return `${head}${refusals.join('')}${hidden > 0 ? `\n  … and ${hidden} more refused` : ''}`;
}
