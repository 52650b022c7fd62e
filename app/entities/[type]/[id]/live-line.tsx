'use client';

import { useRouter } from 'next/navigation';
import { memo, useEffect, useRef, useState, useTransition } from 'react';
import type { EntityName } from '#client/entity-href';
import { useLiveHead } from '#client/use-live-head';
import { NewEventsLine } from '#components/events/new-events-line';

/** What was asked for and did not come (a history that is still being built) is asked for again, but not without a pause. */
const AGAIN_MS = 3_000;

interface LiveLineProps {
  readonly entity: EntityName;
  /** Newest version on screen. */
  readonly known: number;
  /** New events are shown as they come. */
  readonly follows: boolean;
}

/**
 * Says what was appended while the page is open, and reads the page's document anew when asked, or by itself where it follows; the
 * address stays as it is.
 */
export const LiveLine = memo(function LiveLine({ entity, known, follows }: LiveLineProps) {
  const newest = useLiveHead(entity, known);
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const asked = useRef(0);
  const show = () => startReading(() => router.refresh());
  const isBehind = follows && newest > known && !reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is missing is a reason to read
  useEffect(() => {
    if (!isBehind) return;
    const wait = setTimeout(show, asked.current === newest ? AGAIN_MS : 0);
    asked.current = newest;
    return () => clearTimeout(wait);
  }, [isBehind, newest]);
  return (
    <>
      <Followed known={known} follows={follows} />
      <NewEventsLine count={follows ? 0 : newest - known} reading={reading} onShow={show} />
    </>
  );
});

/** For ears: how many events have come since the last time. The eye sees them arrive. */
function Followed({ known, follows }: { known: number; follows: boolean }) {
  const before = useRef(known);
  const [told, setTold] = useState('');
  useEffect(() => {
    const count = known - before.current;
    before.current = known;
    if (!follows) setTold('');
    else if (count > 0)
      setTold(`${count.toLocaleString('en')} new ${count === 1 ? 'event' : 'events'}, up to event ${known}.`);
  }, [known, follows]);
  return (
    <p aria-live="polite" className="sr-only" data-testid="followed">
      {told}
    </p>
  );
}
