/** The opened application: a store, the loaded configuration and the fold, with one way to close them all. */
import path from 'node:path';
import { type LoadedConfig, loadConfig } from '#config';
import { ok, type Result } from '#core';
import { type Database, type DatabaseOptions, findStore, makeDataFolder, openDatabase } from '#database';
import { openStore, type Store } from '#store';
import { FoldPool } from './fold/fold-pool.ts';
import { Builds } from './history/builds.ts';
import { Histories } from './history/histories.ts';
import { SegmentReader } from './history/segment-reader.ts';
import { FollowedStreams } from './live/followed-streams.ts';
import { type Followers, followersOfProcess } from './live/followers.ts';
import { LogRootReader } from './log-root.ts';
import { KeptComparisons } from './search/kept-comparisons.ts';
import type { Settings } from './settings.ts';

export interface App {
  readonly store: Store;
  readonly config: LoadedConfig;
  readonly fold: FoldPool;
  /** Folds for the change log, so that nobody who asks for a history waits for it. */
  readonly changes: FoldPool;
  readonly segments: SegmentReader;
  readonly builds: Builds;
  readonly histories: Histories;
  readonly followed: FollowedStreams;
  readonly followers: Followers;
  readonly comparisons: KeptComparisons;
  readonly settings: Settings;
  readonly root: LogRootReader;
  readonly database: Pick<Database, 'embedded' | 'url'>;
  close(): Promise<void>;
}

export type AppOptions = Pick<DatabaseOptions, 'create' | 'keepRunning' | 'log' | 'stop'>;

/**
 * Starts or joins the database, applies migrations and loads the configuration. Only with `create` is a store made where there
 * is none; `keepRunning` is for a program that runs long: its embedded server is started again when it dies.
 *
 * Errors: CS-4xx of the database and the configuration, as values. Rejects with the reason of `stop`.
 */
export async function openApp(settings: Settings, options: AppOptions = {}): Promise<Result<App>> {
  const looksElsewhere = settings.databaseUrl !== undefined || options.create === true;
  const found = looksElsewhere ? ok(null) : await findStore(settings.dataDir);
  if (!found.ok) return found;
  const folder = await makeDataFolder(settings.dataDir);
  if (!folder.ok) return folder;
  const config = await loadConfig(settings.configFile, path.join(settings.dataDir, 'config'));
  if (!config.ok) return config;
  const database = await openDatabase({
    dataDir: settings.dataDir,
    ...(settings.databaseUrl === undefined ? {} : { databaseUrl: settings.databaseUrl }),
    ...(settings.ownerUrl === undefined ? {} : { ownerUrl: settings.ownerUrl }),
    ...options,
  });
  if (!database.ok) return database;
  const store = await openStore(database.value.url, database.value.freeBytes).catch(
    async (error: unknown) => {
      await database.value.close();
      throw error;
    },
  );
  return ok(assembleApp(config.value, settings, database.value, store));
}

/** What an app is made of, once its parts are there. */
export function assembleApp(
  config: LoadedConfig,
  settings: Settings,
  database: Pick<Database, 'embedded' | 'url' | 'close'>,
  store: Store,
): App {
  const fold = new FoldPool(config);
  const changes = new FoldPool(config, { workers: 1 });
  const segments = new SegmentReader(store);
  const builds = new Builds();
  const histories = new Histories({ store, fold, segments, config, builds });
  return {
    store,
    config,
    fold,
    changes,
    segments,
    builds,
    histories,
    followed: new FollowedStreams({ store, fold }),
    followers: followersOfProcess(),
    comparisons: new KeptComparisons(store),
    settings,
    root: new LogRootReader(store),
    database,
    close: async () => {
      await histories.settled();
      await Promise.all([fold.close(), changes.close()]);
      await store.close();
      await database.close();
    },
  };
}
