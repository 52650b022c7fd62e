import { Bookmark } from 'lucide-react';

/** Beside what readers have written notes on. */
export function NoteMark({ count, on }: { count: number; on: 'field' | 'event' }) {
  return (
    <span
      title={count === 1 ? `There is a note on this ${on}` : `There are ${count} notes on this ${on}`}
      className="flex shrink-0 items-center gap-0.5 text-note text-xs"
    >
      <Bookmark aria-hidden size={12} fill="currentColor" />
      {count === 1 ? <span className="sr-only">has a note</span> : null}
      {count === 1 ? null : (
        <span>
          {count}
          <span className="sr-only"> notes</span>
        </span>
      )}
    </span>
  );
}
