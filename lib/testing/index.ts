/** The one door of what only tests use. */
export { jsonArbitrary, literalArbitrary, textArbitrary } from './json-arbitrary.ts';
export { DECLARED_KEYS, keyedStateArbitrary } from './keyed-state-arbitrary.ts';
export { clauseArbitrary, queryArbitrary, termArbitrary } from './query-arbitrary.ts';
export { BUILT_IN_KINDS, keyedStreamArbitrary, limitsArbitrary, streamArbitrary } from './random-history.ts';
export { sharedBytes, sharedNames, sharedPath, sharedText } from './shared-folder.ts';
export { stateArbitrary } from './state-arbitrary.ts';
export { storedEvent, streamOf } from './stored-event.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestServer, testServer } from './test-server.ts';
