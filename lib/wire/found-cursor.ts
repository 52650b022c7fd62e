/**
 * The place in a search behind which the next page begins: `at.position`, in microseconds and as a place of the log.
 *
 * Law: decodeFoundPlace(encodeFoundPlace(place)) = place, and nothing else is accepted.
 */
import { fail, ok, type Result } from '#core';

export interface PlaceInSearch {
  readonly at: bigint;
  readonly position: bigint;
}

export function encodeFoundPlace({ at, position }: PlaceInSearch): string {
  return `${at}.${position}`;
}

/** CS-116: the text is no place of ours. */
export function decodeFoundPlace(text: string): Result<PlaceInSearch> {
  const [, at, position] = /^(0|-?[1-9]\d{0,18})\.([1-9]\d{0,17})$/.exec(text) ?? [];
  if (at === undefined || position === undefined || BigInt.asIntN(64, BigInt(at)) !== BigInt(at)) {
    return fail(
      'CS-116',
      'after is the "next" of the page before, as it was given; this is none, or it was cut on its way.',
    );
  }
  return ok({ at: BigInt(at), position: BigInt(position) });
}
