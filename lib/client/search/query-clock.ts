/** The clock that a query on screen is read by. */
import type { QueryClock } from '#core';

/** `zone` is a name of the tz database. */
export const clockIn = (zone: string): QueryClock => ({ now: BigInt(Date.now()) * 1000n, zone });
