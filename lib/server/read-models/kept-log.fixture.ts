/**
 * A program that appends and keeps the read models behind it until it is killed, on the database of a data folder. `ready` is printed once
 * every read model has moved.
 */
import { newEvent } from '../../testing/new-event.ts';
import { type App, openApp } from '../app.ts';
import { readSettings } from '../settings.ts';
import { keepReadModels } from './keeper.ts';

const WRITERS = 3;
const BATCH = 40;
/** So many events may lie between the head and the model that is furthest behind: those who look afterwards read them all. */
const MOST_BEHIND = 400n;

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('kept-log needs a data folder');

const settings = readSettings({}, { dataDir, port: 0 });
if (!settings.ok) throw new Error(settings.error.message);
const opened = await openApp(settings.value, { create: true });
if (!opened.ok) throw new Error(opened.error.message);
const app = opened.value;
const begun = await reached(app);
keepReadModels(app, (model, { code, message }) => process.stderr.write(`${model}: ${code} ${message}\n`));
await Promise.all([announced(), ...Array.from({ length: WRITERS }, (_, writer) => appendForEver(writer))]);

async function announced(): Promise<void> {
  while ((await reached(app)) <= begun) await new Promise((resolve) => setTimeout(resolve, 10));
  process.stdout.write('ready\n');
}

async function appendForEver(writer: number): Promise<never> {
  for (let batch = 0; ; batch += 1) {
    const items = Array.from({ length: BATCH }, (_, nth) => ({
      event: counted(writer, batch * BATCH + nth),
    }));
    const receipt = await app.store.append({ namespace: 'main', atomic: true, items });
    if (!receipt.ok) throw new Error(receipt.error.message);
    while ((await app.store.readModels.head()) - (await reached(app)) > MOST_BEHIND)
      await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function reached({ store }: Pick<App, 'store'>): Promise<bigint> {
  const models = await store.readModels.reached();
  return models.length < 3 ? 0n : models.map(({ position }) => position).reduce((a, b) => (a < b ? a : b));
}

/** Of few entities, types and actors, so that steps add to rows that steps before them wrote. */
function counted(writer: number, count: number) {
  return newEvent({
    entityType: `counter-${writer % 2}`,
    entityId: String(count % 7),
    type: count % 50 === 49 ? 'Reset' : `Counted${count % 3}`,
    payload: JSON.stringify({ count, writer, [`field${count % 5}`]: `word${count % 11}` }),
    actor: `writer ${count % 4}`,
    eventId: crypto.randomUUID(),
    occurredAt: null,
    recordedAt: null,
  });
}
