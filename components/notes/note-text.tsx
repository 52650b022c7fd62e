'use client';

import { useState } from 'react';
import { VisibleText } from '#components/ui/visible-text';

/** Characters and lines that are shown at first where room is short. */
const SHORT = { characters: 280, lines: 6 } as const;

/** What somebody wrote: only ever text, its lines as they were written. `short`: a long one folds away behind a button. */
export function NoteText({ text, short = false }: { text: string; short?: boolean }) {
  const [isWhole, setIsWhole] = useState(false);
  const isLong = text.length > SHORT.characters || text.split('\n').length > SHORT.lines;
  const isCut = short && isLong && !isWhole;
  return (
    <>
      <p className={`whitespace-pre-wrap [overflow-wrap:anywhere] ${isCut ? 'line-clamp-4' : ''}`}>
        <VisibleText text={text} lines />
      </p>
      {isCut ? (
        <button
          type="button"
          onClick={() => setIsWhole(true)}
          className="min-h-6 text-ink-2 underline decoration-line-2 underline-offset-2 hover:decoration-ink"
        >
          Show all of it
        </button>
      ) : null}
    </>
  );
}
