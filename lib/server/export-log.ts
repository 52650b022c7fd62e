/** The log as text that another store can take in with the same leaf hashes; the format is described in lib/sources. */
import { exportEvent, exportHeader, exportProjection } from '#sources';
import type { App } from './app.ts';
import type { Viewer } from './viewer.ts';

/** Payload and metadata may have a mebibyte each, so even the worst page fits into memory. */
const PAGE = 200;

/** One line after the other, without line ends. `namespace` absent: the whole log. Memory stays that of one page. */
export async function* exportLog(
  _viewer: Viewer,
  app: App,
  question: { readonly namespace?: string },
): AsyncGenerator<string> {
  yield exportHeader();
  const namespaces = question.namespace === undefined ? await app.store.namespaces() : [question.namespace];
  for (const namespace of namespaces) yield* projectionLines(app, namespace);
  let after = 0n;
  for (;;) {
    const events = await app.store.eventsFrom(after, PAGE, question.namespace);
    for (const event of events) yield exportEvent(event);
    const last = events.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

async function* projectionLines(app: App, namespace: string): AsyncGenerator<string> {
  const { types } = await app.store.overview(namespace);
  for (const { entityType, kind } of types) {
    if (kind !== null) yield exportProjection({ namespace, entityType, kind });
  }
}
