import type { ReactNode } from 'react';
import { pageHref } from '#client/entity-href';
import { type CountedOn, eventsHref } from '#client/overview/events-href';
import { Link } from '#components/ui/link';
import { appTimeParams, type OverviewAnswer } from '#wire';

/** What is in the store at the moment, in one line. */
export function Counts({
  store: { events, entities, live },
  on,
}: {
  store: Pick<OverviewAnswer['store'], 'events' | 'entities' | 'live'>;
  on: CountedOn;
}) {
  const removed = entities - live;
  const listHref = (query: Readonly<Record<string, string>>) =>
    pageHref('/entities', on.namespace, { ...appTimeParams(on.time), ...query });
  return (
    <>
      <Counted count={events} href={eventsHref(on, '')}>
        {events === 1 ? 'event' : 'events'}
      </Counted>{' '}
      of{' '}
      <Counted count={live} href={listHref({})}>
        {live === 1 ? 'entity' : 'entities'}
      </Counted>
      {removed > 0 ? (
        <>
          , and of{' '}
          <Counted count={removed} href={listHref({ q: 'is:removed', removed: 'shown' })}>
            that {on.time.asOf !== null ? 'had' : removed === 1 ? 'has' : 'have'} been removed
          </Counted>
        </>
      ) : null}
      .
    </>
  );
}

function Counted({ count, href, children }: { count: number; href: string; children: ReactNode }) {
  return (
    <Link href={href} className="underline decoration-line-2 underline-offset-2 hover:decoration-current">
      <b className="font-semibold text-ink">{count.toLocaleString('en')}</b> {children}
    </Link>
  );
}
