/** Where the app stands while a playhead says it. */
import { type Axis, formatInstant, type Moment, parseMoment } from '#core';
import type { AppTime } from '#wire';

/**
 * `at`: the moment as the address of the page has it; null: the newest. `clock`: when the event under the playhead was, for moments that mean
 * nothing to other entities (a version); null: it is not known yet, or there is no such event.
 */
export function playheadTime(
  at: string | null,
  clock: bigint | null,
  axis: Axis,
  zone: string | null,
): AppTime {
  const moment = at === null ? null : parseMoment(at);
  const asOf = moment?.ok ? momentOf(moment.value, at, clock) : null;
  // Of now there is one answer on both axes, and a page that is opened there says its own.
  return { asOf, axis: asOf === null ? 'recorded' : axis, zone };
}

function momentOf({ kind }: Moment, at: string | null, clock: bigint | null): string | null {
  if (kind === 'latest') return null;
  if (kind !== 'version') return at;
  return clock === null ? null : formatInstant(clock);
}
