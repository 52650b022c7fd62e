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
  settledMoments,
  WHOLE_LIST,
} from './compare-moments.ts';
import type { SettledMoments } from './kept-comparisons.ts';
import { momentText } from './moment-of-store.ts';

export interface ComparisonToExport extends Pick<ComparisonAsked, 'namespace' | 'from' | 'to'> {
  readonly format: ComparedFormat;
}

/** Of more entities than are kept of a comparison every page compares anew, so pages are few. */
const PAGE = 1_000;

/** CS-110, CS-111, CS-112 for the moments. CS-322: it takes too long to begin. */
export async function exportCompared(
  _viewer: Viewer,
  app: Pick<App, 'store' | 'comparisons'>,
  { namespace, format, ...asked }: ComparisonToExport,
): Promise<Result<ExportFile>> {
  const settled = await settledMoments(app, { namespace, ...asked });
  if (!settled.ok) return settled;
  const moments = settled.value;
  const first = await comparisonOf(app, moments, { ...WHOLE_LIST, after: null, limit: PAGE });
  if (!first.ok) return first;
  const [from, to] = [momentText(moments.from), momentText(moments.to)];
  const about = aboutComparison({ namespace, from, to });
  return ok({
    name: `${safe(`compared-${namespace}-${from}-${to}`)}.${EXPORT_ENDINGS[format]}`,
    format,
    about,
    rows: first.value.listed,
    parts: writeExport(format, COMPARED_SHAPE, about, pagesOf(app, moments, first.value)),
  });
}

/** Throws where a page cannot be had: a file without it would look whole. */
async function* pagesOf(
  app: Pick<App, 'store' | 'comparisons'>,
  moments: SettledMoments,
  first: Comparison,
): AsyncGenerator<readonly ComparedRow[], void, undefined> {
  yield first.entities;
  let after = first.next;
  while (after !== null) {
    const page = await comparisonOf(app, moments, { ...WHOLE_LIST, after, limit: PAGE });
    if (!page.ok) throw new Error(page.error.message);
    yield page.value.entities;
    after = page.value.next;
  }
}

function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]/gu, '_');
}
