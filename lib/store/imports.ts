/** What was run: each import with its counts and its refused lines. */
import { microsNow } from './clock.ts';
import type { PrismaClient } from './generated/client.ts';
import { STORE_LIMITS } from './limits.ts';
import type { ImportRecord, ImportStart, RefusedLine, Store } from './store.ts';

export async function beginImport(prisma: PrismaClient, start: ImportStart): Promise<bigint> {
  const { namespace, source, format, options } = start;
  const { id } = await prisma.import.create({
    data: { namespace, source, format, options, startedAt: microsNow() },
  });
  return id;
}

/** The first ones are kept as rows, all are counted. */
export async function recordRefusals(
  prisma: PrismaClient,
  importId: bigint,
  refusals: readonly RefusedLine[],
): Promise<void> {
  if (refusals.length === 0) return;
  await prisma.$transaction(async (tx) => {
    // The update locks the import's row, so the rows counted next stay what they are.
    await tx.import.update({ where: { id: importId }, data: { refused: { increment: refusals.length } } });
    const before = await tx.refusal.count({ where: { importId } });
    const kept = refusals.slice(0, Math.max(0, STORE_LIMITS.keptRefusals - before));
    // One statement over arrays: createMany takes seconds for the thousands of lines that a wrong mapping refuses.
    await tx.$executeRaw`
      INSERT INTO refusal (import_id, ordinal, place, code, reason)
      SELECT ${importId}, ${before} + nth - 1, place, code, reason
      FROM unnest(${kept.map((line) => storable(line.place))}::text[], ${kept.map((line) => line.code)}::text[],
        ${kept.map((line) => storable(line.reason))}::text[]) WITH ORDINALITY AS line(place, code, reason, nth)`;
  }, PATIENCE);
}

/** Milliseconds; Prisma's own patience is short for a busy machine. */
const PATIENCE = { timeout: 30_000, maxWait: 10_000 };

export async function finishImport(
  prisma: PrismaClient,
  importId: bigint,
  end: Parameters<Store['finishImport']>[1],
): Promise<void> {
  const { read, alreadyThere, refused, digest } = end;
  await prisma.import.update({
    where: { id: importId },
    data: { read, alreadyThere, refused, digest, finishedAt: microsNow() },
  });
}

/** Newest first. */
export async function imports(prisma: PrismaClient, limit: number): Promise<readonly ImportRecord[]> {
  const found = await prisma.import.findMany({
    orderBy: { id: 'desc' },
    take: limit,
    include: {
      refusals: {
        orderBy: { ordinal: 'asc' },
        take: STORE_LIMITS.shownRefusals,
        select: { place: true, code: true, reason: true },
      },
    },
  });
  return found.map((row) => ({
    ...row,
    read: Number(row.read),
    added: Number(row.added),
    alreadyThere: Number(row.alreadyThere),
    refused: Number(row.refused),
  }));
}

/** A refused line may hold what PostgreSQL cannot keep, which may be why it was refused; it is shown as U+FFFD. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
