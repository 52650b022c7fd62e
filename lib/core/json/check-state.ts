/**
 * The bounds of a state, which grows from many payloads and has therefore no text that could be measured first.
 *
 * Parts that a value holds several times count each time, because every text of it spells them each time; the walk
 * stops at the first bound it meets, so such a value costs no more to refuse than a large one to accept.
 */
import { type Bounds, STATE_BOUNDS } from '../limits.ts';
import { fail, ok, type Result } from '../result.ts';
import { literalOf } from './number.ts';
import { isJsonArray, isJsonObject, type Json, NumberLiteral } from './value.ts';

/** Gives the state back, or fails with CS-105. Bytes are counted as the units of its canonical text, a lower bound. */
export function checkState(state: Json, bounds: Bounds = STATE_BOUNDS): Result<Json> {
  const left = { bytes: bounds.bytes, keys: bounds.keys };
  if (!fits(state, bounds.depth, left)) {
    return fail(
      'CS-105',
      `The state would outgrow its bounds: ${bounds.bytes} bytes, ${bounds.keys} keys, ${bounds.depth} levels.`,
    );
  }
  return ok(state);
}

/** Takes what it finds off `left`; false as soon as nothing is left. */
function fits(json: Json, depth: number, left: { bytes: number; keys: number }): boolean {
  left.bytes -= ownSize(json);
  if (left.bytes < 0) return false;
  if (isJsonArray(json)) return depth > 0 && json.every((item) => fits(item, depth - 1, left));
  if (!isJsonObject(json)) return true;
  const keys = Object.keys(json);
  left.keys -= keys.length;
  if (depth === 0 || left.keys < 0) return false;
  return keys.every((key) => {
    left.bytes -= key.length + 3;
    return fits(json[key] ?? null, depth - 1, left);
  });
}

/** A scalar's text; for a container its brackets and commas. */
function ownSize(json: Json): number {
  if (typeof json === 'string') return json.length + 2;
  if (typeof json === 'number' || json instanceof NumberLiteral) return literalOf(json).length;
  if (isJsonArray(json)) return json.length + 1;
  return isJsonObject(json) ? 2 : 4;
}
