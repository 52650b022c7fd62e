/**
 * The HTTP API in schemas: what may be asked, what is answered, and the document of both. A door of its own, so that no browser loads
 * what only the server needs.
 */
export * from './asked-conditions.ts';
export * from './asked-export.ts';
export * from './building-schema.ts';
export * from './catalogue-query.ts';
export * from './event-schemas.ts';
export * from './export-query.ts';
export * from './find-query.ts';
export * from './note-schemas.ts';
export * from './openapi.ts';
export * from './overview-query.ts';
export * from './problem-schema.ts';
export * from './queries.ts';
export * from './read-query.ts';
export * from './routes.ts';
export * from './schemas.ts';
export * from './search-schemas.ts';
export * from './sequence-query.ts';
export * from './sequence-schemas.ts';
