/** Everything that a query finds as a file: as many events as there are, with the memory of one page, and all of one moment of the log. */
import { ok, type Problem, type Query, type QueryProblem, queryText, type Result } from '#core';
import type { FoundPageQuery, SearchClock } from '#store';
import {
  aboutSearch,
  EXPORT_ENDINGS,
  FOUND_SHAPE,
  type FoundFormat,
  type FoundRow,
  writeExport,
} from '#wire/export';
import type { App } from '../app.ts';
import type { ExportFile } from '../export/export-file.ts';
import { unlessTooSlow } from '../unless-too-slow.ts';
import type { Viewer } from '../viewer.ts';
import { foundEventAnswer } from './found-event-answer.ts';
import { parquetRows } from './parquet-rows.ts';
import { type AskedEvents, readAskedEvents } from './read-asked-events.ts';

export interface SearchToExport extends AskedEvents {
  readonly sort: SearchClock;
  readonly direction: 'asc' | 'desc';
  readonly format: FoundFormat;
}

/** Payload and metadata may have a mebibyte each. */
const PAGE = 200;

/** CS-121, CS-124, CS-15x: the query cannot be read or asked. CS-322: it takes too long to begin. */
export async function exportFound(
  _viewer: Viewer,
  { store }: Pick<App, 'store'>,
  question: SearchToExport,
): Promise<Result<ExportFile, Problem | QueryProblem>> {
  const { namespace, sort, direction, format } = question;
  const read = await readAskedEvents({ store }, question);
  if (!read.ok) return read;
  const first = { namespace, query: read.value, sort, direction, after: null, limit: 1, isPatient: true };
  const begun = await unlessTooSlow(() => store.foundPage(first));
  if (!begun.ok) return begun;
  const { searchedTo } = begun.value;
  const about = aboutSearch({ namespace, query: queryText(read.value), sort, direction, searchedTo });
  const asked = { ...first, query: upTo(read.value, searchedTo), limit: PAGE, withContent: true };
  const pages = pagesOf(store, asked);
  return ok({
    name: `events-${namespace.replace(/[^\p{L}\p{N}._-]/gu, '_')}-to-${searchedTo}.${EXPORT_ENDINGS[format]}`,
    format,
    about,
    rows: null,
    parts: format === 'parquet' ? parquetRows(about, pages) : writeExport(format, FOUND_SHAPE, about, pages),
  });
}

/** What is appended while the file is written is not in it. */
function upTo(query: Query, position: bigint): Query {
  const known = { kind: 'position', from: null, to: position } as const;
  return query.kind === 'all' ? known : { kind: 'and', of: [query, known] };
}

/** Throws where a page cannot be had: a file without it would look whole. */
async function* pagesOf(
  store: App['store'],
  asked: FoundPageQuery,
): AsyncGenerator<readonly FoundRow[], void, undefined> {
  let { after } = asked;
  for (;;) {
    const page = await store.foundPage({ ...asked, after });
    if (!page.ok) throw new Error(page.error.message);
    const { events, isMore } = page.value;
    yield events.map((event) => {
      if (event.content === null) throw new Error('A found event came without what it says.');
      return { ...foundEventAnswer(event), ...event.content };
    });
    const last = events.at(-1);
    if (!isMore || last === undefined) return;
    const at =
      asked.sort === 'occurred'
        ? last.occurredAt
        : asked.sort === 'recorded'
          ? last.recordedAt
          : last.position;
    after = { at, position: last.position };
  }
}
