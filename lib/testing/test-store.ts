import { afterAll, beforeAll } from 'vitest';
import { openStore, type Store } from '#store';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** Stores over one fresh database for the tests of a file or a describe: `const { store } = storeForTests();`. */
export function storeForTests(): {
  /** The first store. */
  store: () => Store;
  database: () => TestDatabase;
  /** A further store with a pool of its own, as another process would have. */
  another: () => Promise<Store>;
} {
  let database: TestDatabase | undefined;
  const stores: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openStore(opened(database).url);
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    database = await testDatabase();
    await open();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database?.dropped();
  });
  return { store: () => opened(stores[0]), database: () => opened(database), another: open };
}

function opened<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('storeForTests() is ready only inside tests');
  return value;
}
