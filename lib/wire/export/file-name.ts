/**
 * How a file is called that somebody takes along, and the header that says so (RFC 6266, RFC 8187).
 *
 * Any id gives a name that every file system takes: letters and digits of all scripts stay, everything else becomes `_`. It says
 * which question the file answers; the same question has the same name.
 */
import { EXPORT_ENDINGS, type ExportFormat, type ExportWhat } from './formats.ts';

export interface FileNameParts {
  readonly type: string;
  readonly id: string;
  readonly what: ExportWhat;
  readonly format: ExportFormat;
  readonly axis: string;
  /** Versions; `from` is null for a state. */
  readonly from: number | null;
  readonly to: number;
  readonly filtered: boolean;
}

/** `order-4711-diff-790-812-recorded.csv` */
export function exportFileName(parts: FileNameParts): string {
  const { type, id, what, format, axis, from, to, filtered } = parts;
  const place = from === null ? `${to}` : `${from}-${to}`;
  const entity = `${safe(type, 40)}-${safe(id, 60)}`;
  const named = `${entity}-${what}-${place}-${axis}${filtered ? '-filtered' : ''}`;
  return `${RESERVED.test(named) || named.startsWith('.') ? '_' : ''}${named}.${EXPORT_ENDINGS[format]}`;
}

/** `attachment` with the name for every browser: in ASCII, and in full where that is another. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^ -~]|["\\%]/g, '_');
  const plain = `attachment; filename="${ascii}"`;
  return ascii === name ? plain : `${plain}; filename*=UTF-8''${extended(name)}`;
}

/** Names that Windows keeps for devices, whatever stands behind their first dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)\./i;

/** At most so many characters, none of them cut in half. */
function safe(text: string, most: number): string {
  const kept = [...text.normalize('NFC')].slice(0, most).join('');
  return kept.replace(/[^\p{L}\p{N}\p{M}._-]/gu, '_') || '_';
}

/** attr-char of RFC 8187; encodeURIComponent leaves four signs that are none. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
