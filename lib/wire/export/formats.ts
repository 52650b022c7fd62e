/** What can be taken along, and written how. */
export type ExportWhat = 'state' | 'diff' | 'events' | 'changes';
export type ExportFormat = 'json' | 'json-patch' | 'ndjson' | 'csv' | 'markdown';
/** Of any file. */
export type FileFormat = ExportFormat | 'parquet';

/** `changes`: one row for every field that one of the events changed. */
export const EXPORT_WHATS = ['state', 'diff', 'events', 'changes'] as const satisfies readonly ExportWhat[];

/** The first is the usual one. */
export const EXPORT_FORMATS: Readonly<Record<ExportWhat, readonly ExportFormat[]>> = {
  state: ['json', 'csv', 'markdown'],
  diff: ['json', 'json-patch', 'csv', 'markdown'],
  events: ['ndjson', 'json', 'csv', 'markdown'],
  changes: ['csv', 'ndjson', 'json', 'markdown'],
};

export const EXPORT_ENDINGS: Readonly<Record<FileFormat, string>> = {
  json: 'json',
  'json-patch': 'patch.json',
  ndjson: 'ndjson',
  csv: 'csv',
  markdown: 'md',
  parquet: 'parquet',
};

export const EXPORT_TYPES = {
  json: 'application/json',
  'json-patch': 'application/json-patch+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  markdown: 'text/markdown',
  parquet: 'application/vnd.apache.parquet',
} as const satisfies Readonly<Record<FileFormat, string>>;

/** Of what a search finds; the first is the usual one. */
export const FOUND_FORMATS = ['ndjson', 'csv', 'parquet'] as const satisfies readonly FileFormat[];
export type FoundFormat = (typeof FOUND_FORMATS)[number];

/** Of what differs between two moments of a namespace; the first is the usual one. */
export const COMPARED_FORMATS = ['ndjson', 'csv'] as const satisfies readonly FileFormat[];
export type ComparedFormat = (typeof COMPARED_FORMATS)[number];

/** Of the matches of a sequence; the first is the usual one. */
export const SEQUENCE_FORMATS = ['ndjson', 'csv'] as const satisfies readonly FileFormat[];
export type SequenceFormat = (typeof SEQUENCE_FORMATS)[number];
