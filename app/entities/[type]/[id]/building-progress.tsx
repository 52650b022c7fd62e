import { ProgressBar } from '#components/ui/progress-bar';

/** A screen reader is told each quarter, not each tick. */
const SAID_EACH = 25;

/** How much of a history was read, and what comes of it. */
export function BuildingProgress({
  events,
  folded,
  isAway,
}: {
  events: number;
  folded: number;
  /** The server does not answer just now. */
  isAway: boolean;
}) {
  const all = events.toLocaleString('en');
  // Rounded down, so that it says 100 % only when all of it was read.
  const percent = Math.floor((folded / events) * 100);
  const said = percent - (percent % SAID_EACH);
  const count = `${folded.toLocaleString('en')} of ${all} events`;
  return (
    <div className="mx-auto flex max-w-[420px] flex-col gap-3 px-6 py-12">
      <p className="font-semibold text-lg">Reading {all} events</p>
      <ProgressBar
        label={`Reading ${all} events`}
        done={folded}
        of={events}
        text={`${percent} %, ${count}`}
      />
      <p aria-hidden className="flex justify-between gap-2 text-ink-2">
        <span>{folded === events ? 'Opening the history' : count}</span>
        <span>{percent} %</span>
      </p>
      <p className="text-ink-2">
        This is done once. Afterwards the history opens at once. It goes on when you leave this page.
      </p>
      <p role="status" className="sr-only">
        {said === 0 ? '' : `${said} % read`}
      </p>
      <p role="status" className="min-h-5 text-rem">
        {isAway ? 'The server does not answer just now. This page asks again by itself.' : ''}
      </p>
    </div>
  );
}
