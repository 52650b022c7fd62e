/** The moment that the catalogue is asked as of. */
import { type Axis, fail, ok, parseMoment, type Result } from '#core';
import type { AsOf } from '#store';

export interface AsOfAsked {
  /** An instant or `latest`, as written; default: now. */
  readonly asOf?: string;
  /** The clock that an instant is meant on; default: recorded. */
  readonly axis?: Axis;
}

/** null: now. CS-110: it is no moment. CS-112: it is none of a clock. */
export function readCatalogueMoment({ asOf = 'latest', axis = 'recorded' }: AsOfAsked): Result<AsOf | null> {
  const moment = parseMoment(asOf);
  if (!moment.ok) return moment;
  if (moment.value.kind === 'latest') return ok(null);
  if (moment.value.kind === 'instant') return ok({ axis, at: moment.value.at });
  return fail('CS-112', `The catalogue counts by clocks: say an instant or latest instead of "${asOf}".`);
}
