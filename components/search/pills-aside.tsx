'use client';

import { Pin, X } from 'lucide-react';
import { pillText } from '#client/search/pill-words';
import type { Pill } from '#client/search/pills';
import { visibleString } from '#components/ui/visible-text';
import { PillWordsView } from './pills-words.tsx';

/** A term that is left out of the query for a while: one click brings it back. */
export function AsidePill({
  pill,
  isPinned,
  onBack,
  onForget,
}: {
  pill: Pill;
  isPinned: boolean;
  onBack(): void;
  onForget(): void;
}) {
  const name = visibleString(pillText(pill.words));
  return (
    <li className="flex max-w-full items-stretch rounded-md border border-line-2 border-dashed print:hidden">
      <button
        type="button"
        onClick={onBack}
        aria-label={`Bring back ${name}`}
        title={`Left out for a while. Bring back ${name}`}
        className="flex min-h-[26px] min-w-0 items-center gap-1.5 rounded-l-md px-2 text-left line-through decoration-ink-3 outline-offset-[-2px] hover:bg-sunken"
      >
        {isPinned ? <Pin aria-hidden size={12} className="shrink-0 text-ink-2" /> : null}
        <PillWordsView words={pill.words} isNegated={pill.isNegated} />
      </button>
      <button
        type="button"
        aria-label={`Forget ${name}`}
        title={`Forget ${name}`}
        onClick={onForget}
        className="flex w-[26px] shrink-0 items-center justify-center rounded-r-md border-line border-l text-ink-3 outline-offset-[-2px] hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden size={14} />
      </button>
    </li>
  );
}
