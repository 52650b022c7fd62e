'use client';

import { useEffect, useRef, useState } from 'react';
import { stepTime } from '#client/notes/note-words';
import type { WriteNote } from '#client/notes/use-note-writer';
import { Button } from '#components/ui/button';
import { Tag } from '#components/ui/tag';
import type { WrittenNote } from '#wire';
import { NoteEditor, NoteRemoval } from './note-editor.tsx';
import { NoteSentence } from './note-sentence.tsx';
import { NoteSteps } from './note-steps.tsx';
import { NoteText } from './note-text.tsx';
import { NoteTime } from './note-time.tsx';

interface NoteItemProps {
  readonly note: WrittenNote;
  readonly version: number;
  readonly withSteps: boolean;
  /** null: the history on screen does not have its event. */
  readonly onGo: (() => void) | null;
  readonly onWrite: WriteNote;
  /** It is being edited: it stays in the list, whatever becomes of it meanwhile. */
  onEditing(isEdited: boolean): void;
  /** It left the list, and the focus with it. */
  onRemoved(): void;
}

type Doing = 'edit' | 'remove' | null;

/** One note of the list: what it says of what, and what can be done with it. */
export function NoteItem({ note, version, withSteps, onGo, onWrite, onEditing, onRemoved }: NoteItemProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const buttons = { edit: useRef<HTMLButtonElement>(null), remove: useRef<HTMLButtonElement>(null) };
  const before = useRef<Doing>(null);
  // The focus comes back to where it was.
  useEffect(() => {
    if (doing === null && before.current !== null) buttons[before.current].current?.focus();
    before.current = doing;
  });
  const end = (done: boolean) => {
    if ((done && doing === 'remove') || note.removed) onRemoved();
    if (doing === 'edit') onEditing(false);
    setDoing(null);
  };
  const changes = { note, version, onWrite, onEnd: end };
  const edits = note.steps.filter(({ what }) => what === 'edited').length;
  const [added] = note.steps;
  return (
    <li className="flex flex-col gap-1 px-3 py-2.5" data-note={note.id}>
      <NoteSentence note={note} onGo={onGo} />
      {doing === 'edit' ? (
        <NoteEditor {...changes} />
      ) : note.text === '' || withSteps ? null : (
        <NoteText text={note.text} />
      )}
      {withSteps ? <NoteSteps note={note} /> : null}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p className="flex min-h-7 flex-1 flex-wrap items-center gap-x-2 text-ink-3 text-sm">
          {added === undefined ? null : <NoteTime micros={stepTime(added)} />}
          {edits === 0 ? null : <span>edited {edits === 1 ? 'once' : `${edits} times`}</span>}
          {note.removed ? <Tag>removed</Tag> : null}
          {onGo === null ? <span>its event is not on this timeline</span> : null}
        </p>
        {note.removed || doing !== null ? null : (
          <span className="-mr-2 flex">
            <Button
              ref={buttons.edit}
              onClick={() => {
                onEditing(true);
                setDoing('edit');
              }}
            >
              Edit
            </Button>
            <Button ref={buttons.remove} onClick={() => setDoing('remove')}>
              Remove
            </Button>
          </span>
        )}
      </div>
      {doing === 'remove' ? <NoteRemoval {...changes} /> : null}
    </li>
  );
}
