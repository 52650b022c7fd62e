/** Whole hours and days of UTC, in microseconds. */

export const HOUR = 3_600_000_000n;
export const DAY = 24n * HOUR;

export const downTo = (at: bigint, step: bigint): bigint => at - (((at % step) + step) % step);
export const upTo = (at: bigint, step: bigint): bigint => downTo(at + step - 1n, step);
