/** What several queries are made of. */
import { z } from 'zod';

/** Under which number a parameter is refused; CS-114 where nothing is said here. */
export const refusedAs = z.registry<{ readonly code: string }>();

export const MOMENT =
  'a version (812), a position (@81204), an instant with its zone (2026-03-03T14:02:11Z) or latest';

export const momentText = (what: string, absent: string, examples: readonly string[]) =>
  z
    .string()
    .default(absent)
    .meta({ description: `${what}: ${MOMENT}.`, examples });

export const wholeNumber = (max: number, say: (written: unknown) => string, min: 0 | 1 = 1) => {
  const error = ({ input }: { readonly input?: unknown }) => say(input);
  const written = min === 0 ? /^(?:0|[1-9]\d{0,14})$/ : /^[1-9]\d{0,14}$/;
  return z.codec(z.string().regex(written, { error }), z.int().min(min).max(max, { error }), {
    decode: Number,
    encode: String,
  });
};

/** Looked for in payload, type and metadata. */
export const heldText = z
  .string()
  .min(1, { error: 'text is what to look for, and not empty.' })
  .max(1_000, { error: 'text has at most 1,000 characters.' });
