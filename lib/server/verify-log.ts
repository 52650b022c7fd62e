/** The log against its commitments. */
import type { VerifyReport } from '#store';
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export async function verifyLog(
  _viewer: Viewer,
  app: App,
  onProgress: (checked: number, total: number) => void,
): Promise<VerifyReport> {
  return app.store.verify(onProgress);
}
