/** Everything that differs between two moments as a file: as many entities as there are, with the memory of one page. */
import { ok, type Result } from '#core';
import {
  aboutComparison,
  COMPARED_SHAPE,
  type ComparedFormat,
  type ComparedRow,
  EXPORT_ENDINGS,
  writeExport,
} from '#wire/export';
import type { App } from '../app.ts';
import type { ExportFile } from '../export/export-file.ts';
import type { Viewer } from '../viewer.ts';
import {
  type Comparison,
  type ComparisonAsked,
  comparisonOf,
  type MomentsInOrder,
  momentsInOrder,
} from './compare-moments.ts';
import { momentText } from './moment-of-store.ts';

export interface ComparisonToExport extends Pick<ComparisonAsked, 'namespace' | 'from' | 'to'> {
  readonly format: ComparedFormat;
}

/** Every page compares anew, so pages are few. */
const PAGE = 1_000;

/** CS-110, CS-111, CS-112 for the moments. CS-322: it takes too long to begin. */
export async function exportCompared(
  _viewer: Viewer,
  app: Pick<App, 'store'>,
  { namespace, format, ...asked }: ComparisonToExport,
): Promise<Result<ExportFile>> {
  const read = await momentsInOrder(app, asked);
  if (!read.ok) return read;
  const begun = await comparisonOf(app, namespace, read.value, { after: null, limit: 1 });
  if (!begun.ok) return begun;
  const moments = pinned(read.value, begun.value.changedTo);
  const first = await comparisonOf(app, namespace, moments, { after: null, limit: PAGE });
  if (!first.ok) return first;
  const [earlier, later] = [momentText(moments.earlier), momentText(moments.later)];
  const [from, to] = moments.isBackwards ? [later, earlier] : [earlier, later];
  const about = aboutComparison({ namespace, from, to });
  return ok({
    name: `${safe(`compared-${namespace}-${from}-${to}`)}.${EXPORT_ENDINGS[format]}`,
    format,
    about,
    // Events that come in late with an earlier clock may still fall between two instants.
    rows: null,
    parts: writeExport(format, COMPARED_SHAPE, about, pagesOf(app, namespace, moments, first.value)),
  });
}

/** `latest` moves while the file is written; the position up to which the change log was there does not. */
function pinned(moments: MomentsInOrder, position: bigint): MomentsInOrder {
  return moments.later.at === 'head' ? { ...moments, later: { at: 'position', position } } : moments;
}

/** Throws where a page cannot be had: a file without it would look whole. */
async function* pagesOf(
  app: Pick<App, 'store'>,
  namespace: string,
  moments: MomentsInOrder,
  first: Comparison,
): AsyncGenerator<readonly ComparedRow[], void, undefined> {
  yield first.entities;
  let after = first.next;
  while (after !== null) {
    const page = await comparisonOf(app, namespace, moments, { after, limit: PAGE });
    if (!page.ok) throw new Error(page.error.message);
    yield page.value.entities;
    after = page.value.next;
  }
}

function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '_');
}
