/** One way to open any format: the inputs are found first, so that a wrong name is refused before anything is read. */
import { fail, ok, type ProjectionKind, type Result } from '#core';
import { cloudTrailFormat } from './cloudtrail.ts';
import { exportedLogFormat } from './exported-log.ts';
import { GitSource } from './git/git-source.ts';
import { findRepository } from './git/repository.ts';
import { findInput, type Input, type ReadMeter } from './input.ts';
import { k8sAuditFormat } from './k8s-audit.ts';
import { ndjsonFormat } from './ndjson.ts';
import type { NdjsonMapping } from './ndjson-mapping.ts';
import { type RecordFormat, readRecords } from './record-reader.ts';
import type { BroughtKind, Source, SourceContext } from './source.ts';

export const IMPORT_FORMATS = ['ndjson', 'cloudtrail', 'k8s-audit', 'git', 'chronoscope'] as const;

export type SourceRequest =
  | { readonly format: 'ndjson'; readonly mapping: NdjsonMapping }
  | { readonly format: 'cloudtrail' | 'k8s-audit' | 'chronoscope' }
  /** No glob: every JSON and YAML file. */
  | { readonly format: 'git'; readonly globs: readonly string[] };

/** How the format's payloads are folded where nobody says otherwise; null: the source brings the kinds along. */
export function usualKind(request: SourceRequest): ProjectionKind | null {
  if (request.format === 'chronoscope') return null;
  return request.format === 'ndjson' || request.format === 'git' ? 'replace' : 'activity';
}

/** Errors: CS-209 nothing named, CS-210 a file that cannot be opened, CS-212 no repository. */
export async function findInputs(
  request: SourceRequest,
  labels: readonly string[],
): Promise<Result<readonly Input[]>> {
  if (labels.length === 0)
    return fail('CS-209', 'name at least one file, a repository, or - for standard input');
  if (labels.filter((label) => label === '-').length > 1) {
    return fail('CS-209', 'standard input (-) can be read only once');
  }
  const inputs: Input[] = [];
  for (const label of labels) {
    const found = request.format === 'git' ? await findRepository(label) : await findInput(label);
    if (!found.ok) return found;
    inputs.push(found.value);
  }
  return ok(inputs);
}

export function openSource(
  request: SourceRequest,
  inputs: readonly Input[],
  context: SourceContext,
  meter: ReadMeter,
): Source {
  if (request.format === 'git') return new GitSource(inputs, request.globs, context, meter);
  const kinds: BroughtKind[] = [];
  const format = formatOf(request, context, (kind) => kinds.push(kind));
  return { items: () => readRecords(inputs, format, context, meter), notes: [], kinds };
}

function formatOf(
  request: Exclude<SourceRequest, { readonly format: 'git' }>,
  context: SourceContext,
  onKind: (kind: BroughtKind) => void,
): RecordFormat {
  switch (request.format) {
    case 'ndjson':
      return ndjsonFormat(request.mapping, context.zone);
    case 'cloudtrail':
      return cloudTrailFormat;
    case 'k8s-audit':
      return k8sAuditFormat;
    case 'chronoscope':
      return exportedLogFormat(onKind);
  }
}
