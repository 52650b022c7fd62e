/** The bytes of one segment by the hash that an outline named, gzipped. */
import { decodeSegment, fail, type Result } from '#core';
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

/**
 * CS-523: there is none of that hash, or not any more. One that was damaged is let go of instead of handed out: what is served under
 * its hash is kept for ever, and the next outline has it again, built from the log.
 */
export async function readSegment(_viewer: Viewer, app: App, hash: string): Promise<Result<Uint8Array>> {
  const missing = fail('CS-523', 'There is no segment of this hash any more. Ask for the outline again.');
  if (!/^[0-9a-f]{64}$/.test(hash)) return missing;
  const bytes = await app.segments.raw(hash);
  if (bytes.ok && decodeSegment(bytes.value).ok) return app.segments.gzipped(hash);
  app.segments.forget(hash);
  await app.store.segments.discard(hash);
  app.histories.forget();
  return missing;
}
