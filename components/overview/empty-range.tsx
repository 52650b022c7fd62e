'use client';

import { instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Instant } from '#components/ui/instant';
import { type OverviewView, writeOverviewView } from '#wire';

const DAY = 86_400_000_000n;
const FRAME = 'border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border';

/** Where the range has no event: where there are some. */
export function EmptyRange({
  view,
  isNoneYet,
  newest,
}: {
  view: OverviewView;
  /** At the moment of the app there was no event at all. */
  isNoneYet: boolean;
  /** When the newest event was, in microseconds since 1970; null: that is not known on the axis of the page. */
  newest: bigint | null;
}) {
  const zone = useZone();
  if (isNoneYet) return <NoneYet view={view} />;
  const hrefOf = (from: string, to: string) => {
    const query = writeOverviewView({ ...view, from, to });
    return query.size === 0 ? '/' : `/?${query}`;
  };
  const dayOf = (micros: bigint) => instantParts(micros, zone).date;
  return (
    <div className={FRAME}>
      <EmptyState title="No event lies in this range">
        {newest === null ? null : (
          <p>
            The newest one was recorded <Instant micros={newest} />.
          </p>
        )}
        <div className="flex flex-wrap justify-center gap-2">
          {newest === null ? null : (
            <ButtonLink href={hrefOf(dayOf(newest - 29n * DAY), dayOf(newest))}>
              The 30 days up to it
            </ButtonLink>
          )}
          <ButtonLink href={hrefOf('', '')}>All times</ButtonLink>
        </div>
      </EmptyState>
    </div>
  );
}

function NoneYet({ view }: { view: OverviewView }) {
  const query = writeOverviewView({ ...view, time: { ...view.time, asOf: null } });
  return (
    <div className={FRAME}>
      <EmptyState title="No event had come by then">
        <p>The first event of this namespace is later than the moment that the app stands at.</p>
        <ButtonLink href={query.size === 0 ? '/' : `/?${query}`}>Back to now</ButtonLink>
      </EmptyState>
    </div>
  );
}
