/** How the store itself is: what holds it, how big it is, what came in. */
import type { ImportRecord, Overview, ReachedPosition, StoreStatus } from '#store';
import packageFile from '../../package.json' with { type: 'json' };
import type { App } from './app.ts';
import type { LogRoot } from './log-root.ts';
import type { Viewer } from './viewer.ts';

export interface StatusAnswer extends StoreStatus {
  /** Version of this program. */
  readonly version: string;
  readonly database: 'embedded' | 'own';
  readonly root: LogRoot;
  readonly imports: readonly ImportRecord[];
  /** How far the read models of the whole store are. */
  readonly readModels: readonly ReachedPosition[];
}

export const IMPORTS_SHOWN = 50;

export async function readStatus(_viewer: Viewer, app: App): Promise<StatusAnswer> {
  const [status, imports, root, readModels] = await Promise.all([
    app.store.status(),
    app.store.imports(IMPORTS_SHOWN),
    app.root.read(),
    app.store.readModels.reached(),
  ]);
  return {
    ...status,
    version: packageFile.version,
    database: app.database.embedded ? 'embedded' : 'own',
    imports,
    root,
    readModels,
  };
}

/** Newest position of the whole log, all namespaces together; 0 where it is empty. */
export async function readLogHead(_viewer: Viewer, app: App): Promise<bigint> {
  return app.store.readModels.head();
}

export async function readOverview(
  _viewer: Viewer,
  app: App,
  question: { readonly namespace: string },
): Promise<Overview> {
  return app.store.overview(question.namespace);
}

export async function listNamespaces(_viewer: Viewer, app: App): Promise<readonly string[]> {
  return app.store.namespaces();
}
