/**
 * The app inside the Next server: opened once per process, on first use.
 *
 * `chronoscope start` has already opened the database by the same settings, so this side only joins it. The promise lives on globalThis because Next loads this module once for pages and once for route handlers.
 */
import { type App, openApp } from './app.ts';
import { readSettings } from './settings.ts';
import type { Viewer } from './viewer.ts';

declare global {
  var chronoscopeApp: Promise<App> | undefined;
}

export async function serverApp(): Promise<{ readonly viewer: Viewer; readonly app: App }> {
  globalThis.chronoscopeApp ??= open().catch((error: unknown) => {
    globalThis.chronoscopeApp = undefined;
    throw error;
  });
  return { viewer: { name: 'browser' }, app: await globalThis.chronoscopeApp };
}

async function open(): Promise<App> {
  const settings = readSettings(process.env, {});
  if (!settings.ok) throw new Error(`${settings.error.code}: ${settings.error.message}`);
  const app = await openApp(settings.value);
  if (!app.ok) throw new Error(`${app.error.code}: ${app.error.message}`);
  return app.value;
}
