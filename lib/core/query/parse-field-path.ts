/** The path of a field where it stands alone, and not in a query. Law: parseFieldPath(pathText(p)) = p. */
import { ok, type Result } from '../result.ts';
import type { PathPattern } from './query.ts';
import { readPath } from './read-path.ts';
import { tokensOf } from './tokens.ts';
import { type QueryProblem, type Refusal, trouble } from './trouble.ts';

/** `text`: a pointer or names with points between them, as behind `path:`. Fails with CS-150. */
export function parseFieldPath(text: string): Result<PathPattern, QueryProblem> {
  const [token, ...others] = tokensOf(text);
  if (token?.kind !== 'word' || others.length > 0 || token.openQuote !== null)
    return refused(
      trouble(
        { from: 0, to: text.length },
        'Write one path of a field, such as /status; blanks in it stand in quotes.',
      ),
    );
  const read = readPath(token.word);
  return read.ok ? ok(read.value) : refused(read);
}

/** The JSON Pointer of one field, written so or by names with points between them. What leads to no one field is a name as it stands. */
export function fieldPointer(text: string): string {
  if (text === '' || text.startsWith('/')) return text;
  const read = parseFieldPath(text);
  return `/${read.ok && !read.value.steps.includes(null) ? read.value.steps.join('/') : text}`;
}

function refused({ error }: Refusal): Result<never, QueryProblem> {
  const { code, message, at } = error;
  return {
    ok: false,
    error: { code, message, place: String(at.from), at: at.from, end: at.to, suggestion: null },
  };
}
