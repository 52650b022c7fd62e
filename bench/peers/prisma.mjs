/** Prisma: findMany and a reducer; and a diff made of two such folds with jsondiffpatch. */
import { PrismaPg } from '@prisma/adapter-pg';
import { create } from 'jsondiffpatch';
import { answering, timed } from '../answering.ts';
import { PrismaClient } from './dist/generated/client.ts';
import { mergePatch } from './merge-patch.mjs';
import { loadPlainEvents } from './plain-events.mjs';

const differ = create();
let prisma = null;
let name = '';

answering({
  open: ({ url, stream }) => {
    prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
    name = stream;
  },
  load: ({ url, stream }) => loadPlainEvents(url, stream),
  state: ({ version }) => timed(() => fold(version)),
  diff: ({ from, to }) => timed(async () => differ.diff(await fold(from), await fold(to))),
});

async function fold(version) {
  const events = await prisma.event.findMany({
    where: { streamId: name, version: { lte: version } },
    orderBy: { version: 'asc' },
  });
  return events.reduce((state, { payload }) => mergePatch(state, payload), {});
}
