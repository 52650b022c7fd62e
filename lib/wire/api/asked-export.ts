/** What of an export's query belongs together: what has no meaning for it is refused, never left out of the answer. */
import { fail, ok, parsePath, type Result } from '#core';
import { EXPORT_FORMATS, type ExportFormat, type RowsFormat } from '../export/index.ts';
import type { EventFilter } from '../view.ts';
import type { exportQuery } from './export-query.ts';
import type { AskedBy } from './read-query.ts';

export type AskedExport =
  | { readonly what: 'state'; readonly at: string; readonly format: Exclude<RowsFormat, 'ndjson'> }
  | {
      readonly what: 'diff';
      readonly from: string;
      readonly to: string;
      readonly format: Exclude<ExportFormat, 'ndjson'>;
    }
  | {
      readonly what: 'events' | 'changes';
      readonly from: string;
      readonly to: string;
      readonly filter: EventFilter;
      readonly format: RowsFormat;
    };

/** CS-114: a part that has no meaning beside the others. CS-106: `changed` is no path. */
export function readExport(asked: AskedBy<typeof exportQuery>): Result<AskedExport> {
  const { what, type, actor, changed, text, from = '0', to = 'latest', at = 'latest' } = asked;
  const idle = idlePart(asked);
  if (idle !== null) return fail('CS-114', `${idle} says nothing about an export of ${what}. Leave it out.`);
  const format = asked.format ?? EXPORT_FORMATS[what][0] ?? 'json';
  const wrong = fail('CS-114', `The format of ${what} is ${EXPORT_FORMATS[what].join(', ')}, not ${format}.`);
  if (!EXPORT_FORMATS[what].includes(format)) return wrong;
  if (what === 'diff') return format === 'ndjson' ? wrong : ok({ what, from, to, format });
  if (format === 'json-patch') return wrong;
  if (what === 'state') return format === 'ndjson' ? wrong : ok({ what, at, format });
  const path = changed === undefined ? ok([]) : parsePath(changed);
  if (!path.ok) return fail(path.error.code, path.error.message);
  const filter = { types: type, actors: actor, path: changed ?? null, text: text ?? null };
  return ok({ what, from, to, filter, format });
}

function idlePart(asked: AskedBy<typeof exportQuery>): string | null {
  const { what, at, from, to, type, actor, changed, text } = asked;
  if (what !== 'state' && at !== undefined) return 'at';
  if (what === 'state' && from !== undefined) return 'from';
  if (what === 'state' && to !== undefined) return 'to';
  if (what === 'events' || what === 'changes') return null;
  if (type.length > 0) return 'type';
  if (actor.length > 0) return 'actor';
  if (changed !== undefined) return 'changed';
  return text === undefined ? null : 'text';
}
