/** The store's own secrets and marks. */
import { randomBytes } from 'node:crypto';
import type { PrismaClient } from './generated/client.ts';

export async function setting(prisma: PrismaClient, name: string): Promise<string | null> {
  return (await prisma.setting.findUnique({ where: { name } }))?.value ?? null;
}

export async function putSetting(prisma: PrismaClient, name: string, value: string): Promise<void> {
  await prisma.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

const EVENT_ID_KEY = 'eventIdKey';

/** Of two that make it at once, one wins and both read the same. */
export async function eventIdKey(prisma: PrismaClient): Promise<string> {
  const found = await setting(prisma, EVENT_ID_KEY);
  if (found !== null) return found;
  const row = { name: EVENT_ID_KEY, value: randomBytes(32).toString('hex') };
  await prisma.setting.createMany({ data: [row], skipDuplicates: true });
  return (await setting(prisma, EVENT_ID_KEY)) ?? row.value;
}
