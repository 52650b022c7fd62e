/** Runs the app in this process until it is told to stop: database, demo, pages. */
import { ok, type Result } from '#core';
import { type App, closeServerApp, loadDemo, openApp, type Settings } from '#server';
import { print, say, sayLines } from '../command-context.ts';
import { listen } from './listen.ts';
import { openPages } from './pages.ts';
import { toldToStop } from './stop.ts';

/** Answers when the app has been stopped, or with the problem that kept it from starting. */
export async function serve(settings: Settings, { demo }: { readonly demo: boolean }): Promise<Result<void>> {
  const stop = toldToStop();
  // The port first: where it is taken, nothing else has to be started and stopped again.
  const listening = await listen(settings);
  if (!listening.ok) return listening;
  const door = listening.value;
  const opened = await openApp(settings, { create: true, keepRunning: true, log: sayLines });
  if (!opened.ok) {
    await door.close();
    return opened;
  }
  const app = opened.value;
  try {
    if (demo) await bringDemo(app);
    handOver({ ...settings, port: door.port });
    const pages = await openPages(settings.host, door.port);
    door.open(pages.handle);
    await print(`Chronoscope is at ${door.address}`);
    await stop;
    await door.close();
    await pages.close();
  } finally {
    await closeServerApp();
    await app.close();
  }
  return ok(undefined);
}

// Without the demo the app is of as much use as before, so a failure is said and no more.
async function bringDemo(app: App): Promise<void> {
  const loaded = await loadDemo({ name: 'command line' }, app);
  if (!loaded.ok) return say(`The demo was not loaded. ${loaded.error.code}: ${loaded.error.message}`);
  if (loaded.value.loaded) say(`Loaded the demo: ${loaded.value.events} events.`);
  for (const note of loaded.value.notes) say(note);
}

// The pages read their settings from the environment, as they would in any other Next server; they join the database that
// runs by now.
function handOver(settings: Settings): void {
  process.env.CHRONOSCOPE_DATA_DIR = settings.dataDir;
  process.env.HOST = settings.host;
  process.env.PORT = String(settings.port);
}
