/**
 * The same answers as parseJson, mostly at the speed of JSON.parse.
 *
 * Law: parseExact(t) = parseJson(t) for every text. A scan of the text finds out whether JSON.parse may be trusted with
 * it: within the bounds, and no number whose literal a double does not give back. Anything else, and anything that
 * JSON.parse refuses, goes to parseJson, which also says where it went wrong.
 */
import { type Bounds, PAYLOAD_BOUNDS } from '../limits.ts';
import { ok, type Result } from '../result.ts';
import { exceedsBytes, parseJson } from './parse-json.ts';
import { scanText } from './scan-text.ts';
import type { Json } from './value.ts';

/** Fails as {@link parseJson} does. */
export function parseExact(text: string, bounds: Bounds = PAYLOAD_BOUNDS): Result<Json> {
  const scan = exceedsBytes(text, bounds.bytes) ? 'outOfBounds' : scanText(text, bounds);
  const value = scan === 'plain' ? native(text) : undefined;
  return value === undefined ? parseJson(text, bounds) : ok(value);
}

/**
 * The value that JSON.parse gives, for reducers and upcasters; `literalLost` where a number of the text cannot be
 * written again from it (`1.10`, `9007199254740993`, `1E400`, which becomes Infinity). Fails as {@link parseJson} does.
 */
export function parsePlain(
  text: string,
  bounds: Bounds = PAYLOAD_BOUNDS,
): Result<{ readonly value: Json; readonly literalLost: boolean }> {
  const scan = exceedsBytes(text, bounds.bytes) ? 'outOfBounds' : scanText(text, bounds);
  const value = scan === 'outOfBounds' ? undefined : native(text);
  if (value !== undefined) return ok({ value, literalLost: scan === 'literals' });
  const refused = parseJson(text, bounds);
  // The scan may only be stricter than the parser on texts that are no JSON at all.
  if (refused.ok) throw new Error('parseJson took a text that the scan or JSON.parse refused');
  return refused;
}

function native(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
