'use client';

import { spelledAsOf } from '#client/app-time-words';
import { useZone } from '#client/zone';
import { visibleString } from '#components/ui/visible-text';
import { parseMoment } from '#core';
import { type CompareView, NOW_MOMENT } from '#wire';
import { type ComparedType, totalOf } from './comparison.ts';
import { counted, countText } from './count-words.ts';

/** What differs, in a sentence, and how far what is said reaches. */
export function ComparisonWords({
  view,
  types,
  changedTo,
  head,
}: {
  view: CompareView;
  types: readonly ComparedType[];
  changedTo: bigint;
  head: bigint;
}) {
  const total = totalOf(types);
  const entities = total.appeared + total.vanished + total.changed;
  return (
    <>
      <Moments view={view} />, as we knew it:{' '}
      {entities === 0 ? (
        <b className="font-semibold text-ink">nothing differs</b>
      ) : (
        <>
          <b className="font-semibold text-ink">{counted(entities, 'entity differs', 'entities differ')}</b>:{' '}
          {countText(total.appeared)} appeared, {countText(total.vanished)} vanished,{' '}
          {countText(total.changed)} changed, in {counted(total.fields, 'field')} by{' '}
          {counted(total.events, 'event')}
        </>
      )}
      .
      {changedTo < head ? (
        <>
          {' '}
          <strong className="font-medium text-ink">
            As far as event @{changedTo.toLocaleString('en')} of @{head.toLocaleString('en')}: what came since
            is taken in within a moment.
          </strong>
        </>
      ) : null}
    </>
  );
}

function Moments({ view }: { view: CompareView }) {
  const zone = useZone();
  const words = (moment: string | null): string =>
    moment === null || moment === NOW_MOMENT ? 'now' : visibleString(spelledAsOf(moment, zone));
  return isForwards(view) ? (
    <>
      Between {words(view.from)} and {words(view.to)}
    </>
  ) : (
    <>
      From {words(view.from)} to {words(view.to)}
    </>
  );
}

/** Whether the second moment is surely not the earlier one. */
function isForwards({ from, to }: CompareView): boolean {
  if (to === null) return true;
  const [one, other] = [parseMoment(from ?? NOW_MOMENT), parseMoment(to)];
  if (!one.ok || !other.ok) return false;
  if (one.value.kind === 'instant' && other.value.kind === 'instant') return one.value.at <= other.value.at;
  return (
    one.value.kind === 'position' &&
    other.value.kind === 'position' &&
    one.value.position <= other.value.position
  );
}
