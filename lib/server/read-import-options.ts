/** The options of an import, as people write them, checked and made a request. */
import { fail, ok, type ProjectionKind, type Result } from '#core';
import { checkZone, IMPORT_FORMATS, type NdjsonOptions, readMapping, type SourceRequest } from '#sources';
import type { ImportRequest } from './import/import-request.ts';

export { IMPORT_FORMATS };

export const IMPORT_FOLDS = ['replace', 'merge', 'patch', 'row', 'activity'] as const;

export interface ImportOptions extends NdjsonOptions {
  readonly files: readonly string[];
  readonly namespace: string;
  readonly format: string;
  readonly fold?: string | undefined;
  readonly refold?: boolean | undefined;
  readonly source?: string | undefined;
  readonly zone?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly rejects?: string | undefined;
  /** Globs of `--format git`. */
  readonly path?: readonly string[] | undefined;
}

/** Errors: CS-203, naming the option. */
export function readImportOptions(options: ImportOptions): Result<ImportRequest> {
  const what = sourceOf(options);
  if (!what.ok) return what;
  const fold = foldOf(options);
  if (!fold.ok) return fold;
  const zone = options.zone === undefined ? ok(null) : checkZone(options.zone);
  if (!zone.ok) return zone;
  return ok({
    namespace: options.namespace,
    labels: options.files,
    what: what.value,
    source: options.source ?? null,
    zone: zone.value,
    fold: fold.value,
    refold: options.refold ?? false,
    strict: options.strict ?? false,
    rejects: options.rejects ?? null,
  });
}

function sourceOf(options: ImportOptions): Result<SourceRequest> {
  const format = IMPORT_FORMATS.find((known) => known === options.format);
  if (format === undefined) {
    return fail('CS-203', `--format is ${options.format}; it can be ${IMPORT_FORMATS.join(', ')}`);
  }
  const stray = format === 'ndjson' ? [] : MAPPING_OPTIONS.filter((name) => options[name] !== undefined);
  if (stray.length > 0)
    return fail('CS-203', `${stray.map(flagOf).join(', ')} belong to --format ndjson alone`);
  const unheeded =
    format === 'chronoscope' ? SAID_BY_AN_EXPORT.filter((name) => options[name] !== undefined) : [];
  if (unheeded.length > 0) {
    return fail(
      'CS-203',
      `${unheeded.map(flagOf).join(', ')} cannot be given: an exported log says it itself`,
    );
  }
  if (format !== 'git' && options.path !== undefined)
    return fail('CS-203', '--path belongs to --format git alone');
  if (format === 'git') return ok({ format, globs: options.path ?? [] });
  if (format !== 'ndjson') return ok({ format });
  const mapping = readMapping(options);
  return mapping.ok ? ok({ format, mapping: mapping.value }) : mapping;
}

function foldOf(options: ImportOptions): Result<ProjectionKind | null> {
  if (options.fold === undefined) {
    return options.refold === true ? fail('CS-203', '--refold needs --fold, the kind from now on') : ok(null);
  }
  const kind = IMPORT_FOLDS.find((known) => known === options.fold);
  if (kind !== undefined) return ok(kind);
  return fail('CS-203', `--fold is ${options.fold}; it can be ${IMPORT_FOLDS.join(', ')}`);
}

const MAPPING_OPTIONS = [
  'entityType',
  'entityTypeFrom',
  'entityId',
  'eventType',
  'actor',
  'occurredAt',
  'recordedAt',
  'payload',
  'payloadText',
  'eventId',
  'correlationId',
  'causationId',
  'schemaVersion',
  'metadata',
  'removedWhen',
] as const satisfies readonly (keyof NdjsonOptions)[];

/** What stands in the lines of an exported log, and must stay what it was committed as. */
const SAID_BY_AN_EXPORT = ['fold', 'source', 'zone'] as const satisfies readonly (keyof ImportOptions)[];

/** `entityTypeFrom` → `--entity-type-from`. */
const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
