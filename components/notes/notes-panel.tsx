'use client';

import { Bookmark, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PlacedNote } from '#client/notes/placed-notes';
import type { WriteNote } from '#client/notes/use-note-writer';
import { Button, IconButton } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { WrittenNotes } from '#wire';
import { NoteItem } from './note-item.tsx';

export interface NotesPanelProps {
  /** null until they have come. */
  readonly written: WrittenNotes | null;
  readonly problem: string | null;
  readonly placed: readonly PlacedNote[];
  /** In words, what the timeline does not draw; null: it draws all. */
  readonly limit: string | null;
  onGo(ordinal: number): void;
  readonly onWrite: WriteNote;
  onClose(): void;
}

const NARROW = 'max-[360px]:px-1 max-[360px]:text-sm';

/** So many are in the document at once; more are a button away. */
const A_PAGE = 100;

/** All notes of an entity, the newest first: where they are, what they say, and what became of them. */
export function NotesPanel({ written, problem, placed, limit, onGo, onWrite, onClose }: NotesPanelProps) {
  const [withRemoved, setWithRemoved] = useState(false);
  const [withSteps, setWithSteps] = useState(false);
  const [shown, setShown] = useState(A_PAGE);
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const all = written?.notes ?? [];
  const removed = all.filter((note) => note.removed).length;
  const listed = all.filter((note) => withRemoved || !note.removed || edited.has(note.id)).toReversed();
  const places = new Map(placed.map(({ note, from }) => [note.id, from]));
  const goTo = (id: string) => {
    const ordinal = places.get(id);
    return ordinal === undefined ? null : () => onGo(ordinal);
  };
  return (
    <section
      aria-label="Notes"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="absolute bottom-full z-20 mb-2 flex flex-col rounded-md border border-line-2 bg-surface shadow-pop max-sm:fixed max-sm:inset-x-3 max-sm:bottom-3 max-sm:mb-0 max-sm:max-h-[85dvh] sm:right-3 sm:max-h-[min(560px,calc(100dvh-280px))] sm:w-[440px] print:hidden"
    >
      <header className="flex flex-none flex-wrap items-center gap-1 border-line border-b py-1.5 pr-1.5 pl-3">
        <h2 ref={heading} tabIndex={-1} className="flex-1 font-semibold">
          Notes <span className="font-normal text-ink-3">{(all.length - removed).toLocaleString('en')}</span>
        </h2>
        <Button
          aria-pressed={withRemoved}
          className={NARROW}
          disabled={removed === 0}
          onClick={() => setWithRemoved(!withRemoved)}
        >
          Show removed {removed.toLocaleString('en')}
        </Button>
        <Button
          aria-pressed={withSteps}
          className={NARROW}
          disabled={all.length === 0}
          onClick={() => setWithSteps(!withSteps)}
        >
          Show edits
        </Button>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden size={16} />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {listed.length === 0 ? <NoNotes isLoaded={written !== null} problem={problem} /> : null}
        <ul className="divide-y divide-line">
          {listed.slice(0, shown).map((note) => (
            <NoteItem
              key={note.id}
              note={note}
              version={written?.version ?? 0}
              withSteps={withSteps}
              onGo={goTo(note.id)}
              onWrite={onWrite}
              onEditing={(isEdited) => setEdited((before) => withOrWithout(before, note.id, isEdited))}
              onRemoved={() => heading.current?.focus()}
            />
          ))}
        </ul>
        {listed.length > shown ? (
          <p className="px-3 py-2">
            <Button look="outlined" onClick={() => setShown(shown + A_PAGE)}>
              Show {Math.min(A_PAGE, listed.length - shown)} more of {listed.length.toLocaleString('en')}
            </Button>
          </p>
        ) : null}
      </div>
      <footer className="flex-none border-line border-t px-3 py-2 text-ink-3 text-sm">
        {problem === null || listed.length === 0 ? null : <p className="text-rem">{problem}</p>}
        {limit === null ? null : <p>{limit}</p>}
        {written === null || written.unread.length === 0 ? null : (
          <p>
            {written.unread.length} {written.unread.length === 1 ? 'event' : 'events'} of these notes could
            not be read.
          </p>
        )}
        <p>Names are as their writers gave them. Nothing is overwritten: all of it is in the log.</p>
      </footer>
    </section>
  );
}

function withOrWithout(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

function NoNotes({ isLoaded, problem }: { isLoaded: boolean; problem: string | null }) {
  if (problem !== null && !isLoaded) {
    return (
      <EmptyState title="The notes could not be read">
        <p>{problem} They are asked for again.</p>
      </EmptyState>
    );
  }
  if (!isLoaded) return <p className="px-3 py-6 text-center text-ink-3">Reading…</p>;
  return (
    <EmptyState title="No notes yet" icon={<Bookmark size={20} />}>
      <p>
        Press <kbd>M</kbd> on the timeline, or its bookmark button, to mark the moment of the playhead.
      </p>
    </EmptyState>
  );
}
