import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';
import { packageRoot } from '../package-root.ts';
import type { Migration } from './read-migrations.ts';
import { WholeScripts } from './whole-scripts.ts';

let instantiated: Promise<void> | null = null;

/**
 * Applies what is not applied yet through Prisma's own engine in its WebAssembly build, into Prisma's own table
 * (`_prisma_migrations`), so that `prisma migrate deploy` and this program may follow each other. Answers the names applied.
 * Throws what PostgreSQL said, else what the engine said.
 */
export async function applyMigrations(
  ownerUrl: string,
  folder: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = new Pool({ connectionString: ownerUrl });
  pool.on('error', () => undefined);
  const factory = new WholeScripts(pool);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: {
          path: 'migration_lock.toml',
          content: await readFile(join(folder, 'migration_lock.toml'), 'utf8'),
        },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    throw factory.failure ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

// The package's own entry imports the .wasm file as a module, which Node 20 cannot do.
async function instantiate(): Promise<void> {
  const script = createRequire(join(packageRoot(), 'package.json')).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const module = await WebAssembly.compile(await readFile(script.replace(/\.js$/, '.wasm')));
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': withIdleTimers(),
  });
  const connect = Reflect.get(bindings, '__wbg_set_wasm');
  const start = instance.exports.__wbindgen_start;
  if (typeof connect !== 'function' || typeof start !== 'function')
    throw new Error('This build of the schema engine is not the one we know.');
  connect(instance.exports);
  start();
}

// The engine gives its locks ten seconds and never takes the timer back: a command that migrated would end that much later.
function withIdleTimers(): WebAssembly.ModuleImports {
  const idleTimer = (run: () => void, ms: number): NodeJS.Timeout => setTimeout(run, ms >>> 0).unref();
  const imports = Object.entries(bindings as WebAssembly.ModuleImports).map(([name, binding]) =>
    name.startsWith('__wbg_setTimeout_') ? [name, idleTimer] : [name, binding],
  );
  return Object.fromEntries(imports);
}
