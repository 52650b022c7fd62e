/** A PostgreSQL for one run: everybody's tables in it, its folder thrown away at the end. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  APP_ROLE,
  appUrl,
  type EmbeddedServer,
  ensureRoles,
  joinEmbeddedServer,
  OWNER_ROLE,
  ownerUrl,
  prepareDatabase,
  withClient,
} from '#database';

const TEMPLATE = 'migrated';

export interface BenchDatabase {
  readonly name: string;
  /** As the app has it. */
  readonly url: string;
  /** As somebody who may do everything, for the peers' own tables. */
  readonly adminUrl: string;
  dropped(): Promise<void>;
}

export class BenchServer {
  private count = 0;

  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
    private readonly isKept: boolean,
  ) {}

  /** `kept`: a folder that is made where it is missing and stays, with the logs that were written in it; null: one of the run alone. */
  static async start(kept: string | null): Promise<BenchServer> {
    const folder = kept ?? (await mkdtemp(path.join(tmpdir(), 'chronoscope-bench-')));
    try {
      await mkdir(folder, { recursive: true });
      // The user that PostgreSQL runs as has to get in.
      await chmod(folder, 0o755);
      const bench = new BenchServer(folder, await joined(folder), kept !== null);
      await bench.makeTemplate();
      return bench;
    } catch (error) {
      if (kept === null) await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Migrated and empty. */
  async fresh(): Promise<BenchDatabase> {
    this.count += 1;
    const name = `bench_${this.count}`;
    await this.admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.admin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER ${OWNER_ROLE}`);
    return this.named(name, () => this.admin(`DROP DATABASE ${name} WITH (FORCE)`));
  }

  /** One that `write` filled, now or in a run before in the same folder. */
  async written(name: string, write: (database: BenchDatabase) => Promise<void>): Promise<BenchDatabase> {
    const dropped = this.isKept
      ? async () => undefined
      : () => this.admin(`DROP DATABASE ${name} WITH (FORCE)`);
    const database = this.named(name, dropped);
    if (await this.has(name)) {
      await this.migrated(name);
      return database;
    }
    const half = `${name}_half`;
    await this.admin(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
    await this.admin(`CREATE DATABASE ${half} TEMPLATE ${TEMPLATE} OWNER ${OWNER_ROLE}`);
    await write(this.named(half, dropped));
    await this.admin(`ALTER DATABASE ${half} RENAME TO ${name}`);
    return database;
  }

  private named(name: string, dropped: () => Promise<void>): BenchDatabase {
    return { name, url: appUrl(this.server, name), adminUrl: this.server.adminUrl(name), dropped };
  }

  private async has(name: string): Promise<boolean> {
    return withClient(this.server.adminUrl('postgres'), async (client) => {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
      return rowCount === 1;
    });
  }

  async version(): Promise<string> {
    return withClient(this.server.adminUrl('postgres'), async (client) => {
      const { rows } = await client.query<{ version: string }>(
        "SELECT current_setting('server_version') AS version",
      );
      return rows[0]?.version ?? '';
    });
  }

  /** Writes out what is left from before, so that nobody pays for who came first. */
  checkpoint(): Promise<void> {
    return this.admin('CHECKPOINT');
  }

  /** As autovacuum leaves it once it comes by, so that nobody pays for when it did. */
  async analyzed({ name }: BenchDatabase): Promise<void> {
    await withClient(this.server.adminUrl(name), (client) => client.query('VACUUM (ANALYZE)'));
  }

  /** On the same port, with nothing in PostgreSQL's own memory; connections break. */
  async restart(): Promise<void> {
    await this.server.close();
    this.server = await joined(this.folder);
  }

  async close(): Promise<void> {
    await this.server.close();
    if (!this.isKept) await rm(this.folder, { recursive: true, force: true });
  }

  private async makeTemplate(): Promise<void> {
    await this.server.exclusively(() => ensureRoles(this.server));
    if (!(await this.has(TEMPLATE))) await this.admin(`CREATE DATABASE ${TEMPLATE} OWNER ${OWNER_ROLE}`);
    await this.migrated(TEMPLATE);
  }

  private async migrated(name: string): Promise<void> {
    const prepared = await prepareDatabase(ownerUrl(this.server, name), APP_ROLE);
    if (!prepared.ok) throw new Error(`${prepared.error.code} ${prepared.error.message}`);
  }

  private async admin(statement: string): Promise<void> {
    await withClient(this.server.adminUrl('postgres'), (client) => client.query(statement));
  }
}

async function joined(folder: string): Promise<EmbeddedServer> {
  const server = await joinEmbeddedServer({
    dataDir: path.join(folder, 'data'),
    systemDir: path.join(folder, 'system'),
    create: true,
  });
  if (!server.ok) throw new Error(`${server.error.code} ${server.error.message}`);
  return server.value;
}
