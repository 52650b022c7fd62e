import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

/** Loads the demo into the namespace `demo`, once. */
export async function loadDemo(_viewer: Viewer, _app: App): Promise<void> {}
