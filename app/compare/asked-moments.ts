import { readAsOf, type TypedAsOf } from '#client/as-of-text';
import { type CompareView, NOW_MOMENT } from '#wire';

export interface AskedMoments {
  /** With both moments as links keep them (`2h ago` is the instant that it meant). */
  readonly view: CompareView;
  readonly problems: Readonly<Record<'from' | 'to', string | null>>;
  /** The address says it so already. */
  readonly isSettled: boolean;
}

/** Days without a zone are read on the clock of the address; the server does not know that of the reader's machine, and takes UTC. */
export function askedMoments(view: CompareView, now: number): AskedMoments {
  const at = { now, zone: view.zone === null || view.zone === 'local' ? 'UTC' : view.zone };
  const [from, to] = [view.from ?? NOW_MOMENT, view.to ?? NOW_MOMENT].map((text) => readAsOf(text, at));
  const settled = {
    ...view,
    from: view.from === null ? null : (momentOf(from) ?? view.from),
    to: view.to === null ? null : nullNow(momentOf(to) ?? view.to),
  };
  return {
    view: settled,
    problems: { from: problemOf(from), to: problemOf(to) },
    isSettled: settled.from === view.from && settled.to === view.to,
  };
}

/** null: it could not be read. */
function momentOf(read: TypedAsOf | undefined): string | null {
  return read === undefined || 'problem' in read ? null : (read.asOf ?? NOW_MOMENT);
}

const nullNow = (moment: string): string | null => (moment === NOW_MOMENT ? null : moment);

const problemOf = (read: TypedAsOf | undefined): string | null =>
  read !== undefined && 'problem' in read ? read.problem : null;
