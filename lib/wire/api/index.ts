/**
 * The HTTP API in schemas: what may be asked, what is answered. A door of its own, so that no browser loads what only the server
 * needs.
 */
export * from './queries.ts';
export * from './read-query.ts';
export * from './schemas.ts';
