/**
 * Reads what encodeHistory wrote, without folding. What it does not know or cannot trust it refuses, never guesses.
 */
import { fail, ok, type Result } from '../result.ts';
import { checksum } from './checksum.ts';
import { ColumnHistory } from './column-history.ts';
import type { HistoryColumns } from './columns.ts';
import { decodeColumns } from './decode-columns.ts';
import { decodeHeaders } from './decode-headers.ts';
import { Damage, Fields } from './encoded-fields.ts';
import { HISTORY_FORMAT } from './encoded-history.ts';
import type { History, ProjectionLabel } from './history.ts';

/** CS-130: another format. CS-131: not whole (cut or altered). CS-132: whole, but its columns contradict each other. */
export function decodeHistory(text: string): Result<History> {
  const [start, format, check] = HEAD.exec(text.slice(0, 100)) ?? [];
  if (start === undefined) return fail('CS-131', 'This is not a history, or its beginning is damaged.');
  if (format !== String(HISTORY_FORMAT)) {
    const message = `The history is in format ${format}; this program reads format ${HISTORY_FORMAT}.`;
    return fail('CS-130', message);
  }
  const body = text.slice(start.length, -1);
  if (!text.endsWith('}') || checksum(body) !== check) {
    return fail('CS-131', 'The history is damaged: its checksum does not fit its text.');
  }
  try {
    return ok(new ColumnHistory(columnsOf(body)));
  } catch (error) {
    if (error instanceof Damage)
      return fail('CS-132', `The history contradicts itself: ${error.message}.`, error.field);
    if (error instanceof SyntaxError) return fail('CS-131', `The history is no JSON: ${error.message}.`);
    throw error;
  }
}

const HEAD = /^\{"format":(\d{1,9}),"check":"([0-9a-f]{8})","history":/;

function columnsOf(body: string): HistoryColumns {
  const fields = new Fields(JSON.parse(body));
  const axis = fields.oneOf('axis', ['recorded', 'occurred']);
  const headers = decodeHeaders(fields, axis);
  return { axis, projection: projectionOf(fields), headers, ...decodeColumns(fields, headers.length) };
}

function projectionOf(fields: Fields): ProjectionLabel {
  const label = fields.fields('projection');
  return {
    kind: label.oneOf('kind', ['replace', 'merge', 'patch', 'row', 'activity', 'reducer']),
    hash: label.text('hash'),
    name: label.text('name'),
  };
}
