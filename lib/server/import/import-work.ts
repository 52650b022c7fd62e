/** What both ways of appending work with. */
import type { ReadMeter, Source } from '#sources';
import type { App } from '../app.ts';
import type { ImportKinds } from './import-kinds.ts';
import type { ImportRequest } from './import-request.ts';
import type { ImportTally } from './import-tally.ts';

export interface ImportWork {
  readonly app: App;
  readonly request: ImportRequest;
  readonly importId: bigint;
  readonly kinds: ImportKinds;
  readonly tally: ImportTally;
  open(meter: ReadMeter): Source;
}
