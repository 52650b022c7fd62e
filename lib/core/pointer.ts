/**
 * RFC 6901 JSON Pointers: `/lines/0/sku`, with `~0` for `~` and `~1` for `/`; the empty text is the whole document.
 *
 * Law: parsePointer(formatPointer(steps)) = steps for any strings. Not the URI fragment form (section 6).
 */
import { getOwn, isJsonArray, isJsonObject, type Json } from './json/value.ts';
import { fail, ok, type Result } from './result.ts';

/** Fails with CS-106; the place is the offset in UTF-16 units. */
export function parsePointer(text: string): Result<string[]> {
  if (text === '') return ok([]);
  if (!text.startsWith('/')) {
    return fail(
      'CS-106',
      `${JSON.stringify(text)} is not a JSON Pointer: it must be empty or begin with "/".`,
      '0',
    );
  }
  const stray = text.search(/~(?![01])/);
  if (stray !== -1) {
    const message = `${JSON.stringify(text)} is not a JSON Pointer: "~" must be followed by 0 or 1, at offset ${stray}.`;
    return fail('CS-106', message, String(stray));
  }
  return ok(text.slice(1).split('/').map(unescapeStep));
}

export function formatPointer(steps: readonly string[]): string {
  return steps.map(formatStep).join('');
}

/** One step below a pointer: `formatPointer([...steps, step]) = formatPointer(steps) + formatStep(step)`. */
export function formatStep(step: string): string {
  return `/${escapeStep(step)}`;
}

/** The value at the place, or undefined where there is none. */
export function resolvePointer(json: Json, steps: readonly string[]): Json | undefined {
  let at: Json | undefined = json;
  for (const step of steps) {
    if (isJsonArray(at)) at = at[arrayIndex(step) ?? -1];
    else if (isJsonObject(at)) at = getOwn(at, step);
    else return undefined;
  }
  return at;
}

/** The index that a step names (`0`, `12`; not `01`, `1e0`, `-`), or null. */
export function arrayIndex(step: string): number | null {
  return /^(?:0|[1-9]\d{0,14})$/.test(step) ? Number(step) : null;
}

/** The order of leaves: by UTF-16 unit of the pointer's text, the same on every machine and in every language. */
export function comparePaths(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As it is written behind a slash. */
export const escapeStep = (step: string) =>
  step.includes('/') || step.includes('~') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;

// `~1` first, or `~01` would become `/` instead of `~1`.
export const unescapeStep = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');
