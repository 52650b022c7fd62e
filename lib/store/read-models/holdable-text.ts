/** PostgreSQL keeps no U+0000 and no half of a surrogate pair … */
import { isWellFormed } from '#core';

export function isHoldable(text: string): boolean {
  return !text.includes('\0') && isWellFormed(text);
}

/** For a comparison with what it keeps: null equals none of it. */
export function askable(text: string): string | null {
  return isHoldable(text) ? text : null;
}

/** … so U+FFFD stands for them. */
export function holdable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}
