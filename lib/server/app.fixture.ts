/** An opened app over a store of the tests. The store, and a fold that was handed in, belong to who handed them in. */
import { NO_CONFIG } from '#config';
import type { Store } from '#store';
import type { App } from './app.ts';
import { FoldPool } from './fold/fold-pool.ts';
import { LogRootReader } from './log-root.ts';

/** Without a fold of its own it has one that was never used, which holds nothing. */
export function appOver(
  store: Store,
  url: string,
  { config = NO_CONFIG, fold = new FoldPool(config) }: Partial<Pick<App, 'config' | 'fold'>> = {},
): App {
  return {
    store,
    config,
    fold,
    root: new LogRootReader(store),
    settings: { dataDir: '/nowhere', port: 0, host: '127.0.0.1', logLevel: 'silent', configFile: null },
    database: { embedded: true, appRoleOwnsTables: false, url },
    close: async () => undefined,
  };
}
