/** Runs the app in this process until it is told to stop: database, demo, pages. */
import { once } from 'node:events';
import { ok, type Result } from '#core';
import {
  type App,
  closeLiveStreams,
  closeServerApp,
  keepReadModels,
  loadDemo,
  openApp,
  type Settings,
} from '#server';
import { offer } from '../output.ts';
import { type Door, listen } from './listen.ts';
import type { Log } from './log.ts';
import { openPages } from './pages.ts';

interface Serving {
  readonly demo: boolean;
  /** May come at any time: what is being started then is stopped after the step under way. */
  readonly stop: AbortSignal;
  readonly log: Log;
}

/** Answers when the app has been stopped, or with the problem that kept it from starting. */
export async function serve(settings: Settings, serving: Serving): Promise<Result<void>> {
  // The port first: where it is taken, nothing else has to be started and stopped again.
  const listening = await listen(settings, serving.log);
  if (!listening.ok) return listening;
  const door = listening.value;
  try {
    return await openBehind(door, settings, serving);
  } catch (error) {
    if (error === serving.stop.reason) return ok(undefined);
    throw error;
  } finally {
    await door.close();
  }
}

async function openBehind(
  door: Door,
  settings: Settings,
  { demo, stop, log }: Serving,
): Promise<Result<void>> {
  const opened = await openApp(settings, { create: true, keepRunning: true, log: log.warn, stop });
  if (!opened.ok) return opened;
  const app = opened.value;
  const keeper = keepReadModels(app, (model, { code, message }) =>
    log.warn(`The read model "${model}" stays behind: ${code}: ${message}`),
  );
  try {
    const { roomWarning, appendOnly } = await app.store.status();
    if (roomWarning !== null) log.warn(roomWarning);
    if (appendOnly === 'trigger only') log.warn(TRIGGER_ONLY);
    if (demo) await bringDemo(app, stop, log);
    stop.throwIfAborted();
    handOver({ ...settings, port: door.port });
    await showPages(door, settings.host, stop);
  } finally {
    await keeper.stop();
    await closeServerApp();
    await app.close();
  }
  return ok(undefined);
}

const TRIGGER_ONLY =
  'Append-only by trigger only: the role of DATABASE_URL may change the tables of the log. Let DATABASE_OWNER_URL name their owner, and DATABASE_URL a role that does not own them.';

async function showPages(door: Door, host: string, stop: AbortSignal): Promise<void> {
  const pages = await openPages(host, door.port);
  if (!stop.aborted) {
    door.open(pages.handle);
    await offer(`Chronoscope is at ${door.address}`);
  }
  if (!stop.aborted) await once(stop, 'abort');
  closeLiveStreams();
  await door.close();
  await pages.close();
}

// Without the demo the app is of as much use as before, so a failure is said and no more.
async function bringDemo(app: App, stop: AbortSignal, log: Log): Promise<void> {
  const loaded = await loadDemo({ name: 'command line' }, app, { stop });
  if (!loaded.ok) return log.warn(`The demo was not loaded. ${loaded.error.code}: ${loaded.error.message}`);
  if (loaded.value.loaded) log.info(`Loaded the demo: ${loaded.value.events} events.`);
  for (const note of loaded.value.notes) log.info(note);
}

// The pages read their settings from the environment, as they would in any other Next server; they join the database that
// runs by now.
function handOver(settings: Settings): void {
  process.env.CHRONOSCOPE_DATA_DIR = settings.dataDir;
  process.env.HOST = settings.host;
  process.env.PORT = String(settings.port);
}
