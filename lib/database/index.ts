export { findStore, makeDataFolder } from './embedded/data-folder.ts';
export { type EmbeddedServer, joinEmbeddedServer } from './embedded/embedded-server.ts';
export { APP_ROLE, appUrl, ensureRole, ensureRoles, OWNER_ROLE, ownerUrl } from './embedded/roles.ts';
export { migrationsFolder, prepareDatabase } from './migrations/prepare-database.ts';
export { readMigrations } from './migrations/read-migrations.ts';
export { type Database, type DatabaseOptions, openDatabase } from './open-database.ts';
export { packageRoot } from './package-root.ts';
export { isRunning, ownIdentity } from './process-identity.ts';
export { withClient } from './with-client.ts';
