/** The bytes of one segment by the hash that an outline named, gzipped. */
import type { Result } from '#core';
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

/** CS-523: there is none of that hash, or not any more. */
export async function readSegment(_viewer: Viewer, app: App, hash: string): Promise<Result<Uint8Array>> {
  return app.segments.gzipped(hash);
}
