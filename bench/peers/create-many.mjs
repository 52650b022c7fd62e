/** Prisma's createMany of finished rows into the tables of the log, with the app's own client. */
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../lib/store/generated/client.ts';
import { answering, timed } from '../answering.ts';

const clientOf = (url) => new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });

// Its default of 5 s is shorter than a large batch takes on a busy machine.
const PATIENCE_MS = 120_000;

let prisma = null;
let events = [];
let bodies = [];

answering({
  open: ({ url }) => {
    prisma = clientOf(url);
  },
  take: async ({ url, count }) => {
    const source = clientOf(url);
    const first = { orderBy: { position: 'asc' }, take: count };
    events = await source.event.findMany(first);
    bodies = await source.eventBody.findMany(first);
    await source.$disconnect();
  },
  append: ({ batch }) =>
    timed(async () => {
      for (let from = 0; from < events.length; from += batch) {
        await prisma.$transaction(
          async (transaction) => {
            await transaction.event.createMany({ data: events.slice(from, from + batch) });
            await transaction.eventBody.createMany({ data: bodies.slice(from, from + batch) });
          },
          { timeout: PATIENCE_MS },
        );
      }
    }),
  close: () => prisma.$disconnect(),
});
