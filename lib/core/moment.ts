/**
 * A moment as people write it: `812` (version) · `@81204` (position) · an RFC 3339 instant · `latest`.
 *
 * It does not resolve a moment against a stream; that needs the stream's events (see history).
 */
import { fail, ok, type Result } from './result.ts';
import { parseInstant } from './time/instant.ts';

export type Moment =
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'position'; readonly position: bigint }
  | { readonly kind: 'instant'; readonly at: bigint }
  | { readonly kind: 'latest' };

/** `of`: what it is a moment of; a version means nothing in a whole store, though it is read there as well. */
export function parseMoment(text: string, of: keyof typeof HOW_TO_WRITE = 'stream'): Result<Moment> {
  if (text === 'latest') return ok({ kind: 'latest' });
  if (/^#?\d{1,15}$/.test(text)) return ok({ kind: 'version', version: Number(text.replace('#', '')) });
  if (/^@\d{1,18}$/.test(text)) return ok({ kind: 'position', position: BigInt(text.slice(1)) });
  const instant = parseInstant(text);
  if (instant.ok) return ok({ kind: 'instant', at: instant.value.micros });
  // What is written as an instant is told why it names none; anything else how to write a moment.
  const why = instant.error.code === 'CS-120' ? HOW_TO_WRITE[of] : instant.error.message;
  return fail('CS-110', `"${text}" is not a moment. ${why}`);
}

const HOW_TO_WRITE = {
  stream:
    'Write a version (812), a position (@81204), an instant with its zone (2026-03-03T14:02:11Z) or latest.',
  store: 'Write a position (@81204), an instant with its zone (2026-03-03T14:02:11Z) or latest.',
} as const;

export function formatMoment(moment: Moment, formatInstant: (micros: bigint) => string): string {
  if (moment.kind === 'version') return String(moment.version);
  if (moment.kind === 'position') return `@${moment.position}`;
  if (moment.kind === 'instant') return formatInstant(moment.at);
  return 'latest';
}
