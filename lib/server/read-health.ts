/** Whether the log can be read right now. */
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export type Health =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly reason: string };

export async function readHealth(_viewer: Viewer, app: App): Promise<Health> {
  try {
    const head = await app.store.readModels.head();
    return { ok: true, head: String(head) };
  } catch {
    return { ok: false, reason: 'The database does not answer.' };
  }
}
