/** The document of an event: its payload parsed exactly, whatever text it came in. */
import type { StoredEvent } from '../event.ts';
import { EVENT_FLAGS } from '../event.ts';
import { parseExact } from '../json/parse.ts';
import type { Json } from '../json/value.ts';
import { fail, type Result } from '../result.ts';
import { parseYaml } from './yaml-document.ts';

/** CS-145: the payload is text or bytes. Otherwise the parsers' own codes (CS-101 to CS-104, CS-144). */
export function documentOf(event: Pick<StoredEvent, 'payload' | 'payloadFormat' | 'flags'>): Result<Json> {
  if ((event.flags & EVENT_FLAGS.notADocument) !== 0) {
    return fail(
      'CS-145',
      'The line held no document where the import looked for one, so it was kept as text.',
    );
  }
  if (event.payloadFormat === 'json') return parseExact(event.payload);
  if (event.payloadFormat === 'yaml') return parseYaml(event.payload);
  return fail('CS-145', `The payload is ${event.payloadFormat}, not a document.`);
}
