'use client';

import { X } from 'lucide-react';
import { hiddenWords } from '#client/playhead-matching';
import type { Matched } from '#client/replay/use-matching';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { ProgressBar } from '#components/ui/progress-bar';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { type EventFilter, NO_FILTER } from '#wire';
import { chipsOf } from './filter-words.ts';

/** What is filtered by, each part with the way to take it out, and how much that hides. */
export function FilterBar({
  filter,
  matched,
  selected,
  onFilter,
}: {
  filter: EventFilter;
  matched: Matched;
  /** The selected event where the filter hides it, in words; null where it does not. */
  selected: string | null;
  onFilter(filter: EventFilter): void;
}) {
  const wording = useWording();
  const { matching, progress, problem } = matched;
  const percent = progress === null ? 0 : Math.floor((progress.done / progress.of) * 100);
  return (
    <div className="flex flex-none flex-col gap-1.5 border-line border-b bg-sunken px-3 py-2">
      <ul aria-label="Filters" className="flex max-h-24 flex-wrap gap-1 overflow-y-auto">
        {chipsOf(filter, wording).map(({ key, kind, text, exact = text, without }) => (
          <li key={key} className="min-w-0 max-w-full">
            <button
              type="button"
              title={`${kind} ${visibleString(exact)}. Click to remove`}
              onClick={() => onFilter(without)}
              className="flex h-6 max-w-full items-center gap-1 rounded-md border border-line-2 bg-surface pr-1 pl-2 text-sm hover:border-ink-3"
            >
              <span className="sr-only">Remove filter: </span>
              <span className="text-ink-3">{kind}</span>{' '}
              <span className="min-w-0 truncate">
                <VisibleText text={text} />
              </span>
              <X aria-hidden size={12} className="shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex items-start gap-2">
        <p role="status" className="min-w-0 flex-1 py-0.5 text-ink-2 text-sm tabular-nums">
          {problem ?? (matching === null ? 'Looking for events that match…' : hiddenWords(matching))}
          {selected === null ? null : <span className="block">{selected}</span>}
        </p>
        <Button className="h-6! text-sm" onClick={() => onFilter(NO_FILTER)}>
          Clear filter
        </Button>
      </div>
      {matched.waiting && progress !== null ? (
        <ProgressBar
          label="Looking for matching events"
          done={progress.done}
          of={progress.of}
          text={`${percent} %`}
        />
      ) : null}
    </div>
  );
}
