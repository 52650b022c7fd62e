/** What people take along as files: how they are called, what they are about, and how they are written. A door of its own. */
export * from './compared-rows.ts';
export * from './csv.ts';
export * from './file-name.ts';
export * from './filter-words.ts';
export * from './formats.ts';
export * from './found-rows.ts';
export * from './joined-rows.ts';
export * from './markdown.ts';
export * from './rows.ts';
export * from './scope.ts';
export * from './sequence-rows.ts';
export * from './write-export.ts';
