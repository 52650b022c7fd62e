/** What was imported, newest first, with counts and the first refusals of each. */
import type { ImportRecord } from '#store';
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

export async function listImports(
  _viewer: Viewer,
  app: App,
  question: { readonly limit: number },
): Promise<readonly ImportRecord[]> {
  return app.store.imports(question.limit);
}
