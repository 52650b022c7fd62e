'use client';

import { AXIS_WORDS, spelledAsOf } from '#client/app-time-words';
import { type PageTime, pageAt } from '#client/page-time';
import { useShownZone } from '#client/zone';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { visibleString } from '#components/ui/visible-text';

const LINK = 'inline-flex min-h-6 items-center underline decoration-current underline-offset-2';

/** Over a page that does not stand at now, or that could not read what it was asked for. */
export function TimeSign({
  page,
  obeyed = true,
  instead = 'shows the store as it is now',
}: {
  page: PageTime;
  /** The page shows that moment; otherwise it has only now, and says so. */
  obeyed?: boolean;
  /** What the page does where it cannot. */
  instead?: string;
}) {
  const { time, refused } = page;
  const zone = useShownZone(time.zone);
  const now = pageAt(page, { ...time, asOf: null });
  if (refused !== null)
    return (
      <Notice kind="warning">
        {visibleString(refused.why)} This page shows now.{' '}
        <Link href={now} className={LINK}>
          Leave it out
        </Link>
      </Notice>
    );
  if (time.asOf === null) return null;
  const then = visibleString(spelledAsOf(time.asOf, zone));
  return (
    <section
      aria-label="Time of the page"
      className="flex flex-wrap items-center gap-x-3 border-now border-b bg-now-soft px-4 py-1.5"
    >
      {obeyed ? (
        <p>
          As of <strong className="font-semibold">{then}</strong>, {AXIS_WORDS[time.axis]}.
        </p>
      ) : (
        <p>
          The app stands at <strong className="font-semibold">{then}</strong>, and this page {instead}.
        </p>
      )}
      <Link href={now} className={`${LINK} text-now`}>
        Back to now
      </Link>
    </section>
  );
}
