'use client';

import { instantParts } from '#client/instant-text';
import { useZone } from '#client/zone';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Instant } from '#components/ui/instant';
import { type OverviewView, writeOverviewView } from '#wire';

const DAY = 86_400_000_000n;

/** Where the range has no event: where there are some. */
export function EmptyRange({
  view,
  newest,
}: {
  view: OverviewView;
  /** When the newest event was, in microseconds since 1970; null: that is not known on the axis of the page. */
  newest: bigint | null;
}) {
  const zone = useZone();
  const hrefOf = (from: string, to: string) => {
    const query = writeOverviewView({ ...view, from, to });
    return query.size === 0 ? '/' : `/?${query}`;
  };
  const dayOf = (micros: bigint) => instantParts(micros, zone).date;
  return (
    <div className="border-line border-y bg-surface sm:rounded-md sm:border">
      <EmptyState title="No event lies in this range">
        {newest === null ? null : (
          <p>
            The newest one was recorded <Instant micros={newest} />.
          </p>
        )}
        <div className="flex flex-wrap justify-center gap-2">
          {newest === null ? null : (
            <ButtonLink href={hrefOf(dayOf(newest - 29n * DAY), dayOf(newest))} prefetch={false}>
              The 30 days up to it
            </ButtonLink>
          )}
          <ButtonLink href={hrefOf('', '')} prefetch={false}>
            All times
          </ButtonLink>
        </div>
      </EmptyState>
    </div>
  );
}
