/** Closes the app of the Next server, if a request ever opened one. For the program that hosts Next in its own process. */
export async function closeServerApp(): Promise<void> {
  const opened = globalThis.chronoscopeApp;
  globalThis.chronoscopeApp = undefined;
  const app = await opened?.catch(() => undefined);
  await app?.close();
}
