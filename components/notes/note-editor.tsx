'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { writerOf } from '#client/notes/note-words';
import { ownName } from '#client/notes/own-name';
import type { WriteNote } from '#client/notes/use-note-writer';
import { Button } from '#components/ui/button';
import { VisibleText } from '#components/ui/visible-text';
import type { WrittenNote } from '#wire';
import { NoteField } from './note-field.tsx';
import { NoteRefusal } from './note-refusal.tsx';
import { NoteText } from './note-text.tsx';
import { useSending } from './use-sending.ts';

interface NoteChangeProps {
  readonly note: WrittenNote;
  /** Of the notes on screen. */
  readonly version: number;
  readonly onWrite: WriteNote;
  /** `done`: it is kept. */
  onEnd(done: boolean): void;
}

/**
 * Another text in the place of the one before, which stays in the log. What somebody else made of the note since it was opened is shown
 * before anything is put in its place, and what was typed stays.
 */
export function NoteEditor({ note, version, onWrite, onEnd }: NoteChangeProps) {
  const [text, setText] = useState(note.text);
  const [opened] = useState(note);
  // How much of the note its editor has seen, and how often that was found to be too little.
  const [seen, setSeen] = useState(note.steps.length);
  const [overtaken, setOvertaken] = useState(0);
  const { problem, refusals, saving, send } = useSending(onWrite);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isOther = note.steps.length > opened.steps.length;
  const count = note.steps.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is the trigger: what there is now is shown with it
  useEffect(() => setSeen(count), [refusals, overtaken]);
  const save = async () => {
    const said = text.trim();
    if (said === note.text) return onEnd(false);
    if (count > seen) return setOvertaken(overtaken + 1);
    const change = { what: 'edit', note: note.id, text: said } as const;
    if (await send({ author: ownName(), expectedVersion: version, change })) onEnd(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is of the field and the buttons inside
    <div className="flex flex-col gap-2" onKeyDown={onEscape(() => onEnd(false))}>
      <NoteField ref={field} label="Text of the note" value={text} onChange={setText} onSave={save} />
      {problem === null && overtaken === 0 ? null : (
        // Said anew each time.
        <NoteRefusal key={`${refusals} ${overtaken}`}>
          {isOther ? <Overtaken note={note} /> : problem === null ? null : <VisibleText text={problem} />}
        </NoteRefusal>
      )}
      <div className="flex gap-2">
        <Button look="solid" disabled={saving} onClick={save}>
          Save
        </Button>
        <Button onClick={() => onEnd(false)}>Cancel</Button>
      </div>
    </div>
  );
}

/** What the note has become, and what can be done about that. */
function Overtaken({ note }: { note: WrittenNote }) {
  const last = note.steps.at(-1);
  const who = last === undefined ? 'Somebody' : writerOf(last);
  if (note.removed) {
    return (
      <p>
        Not kept: <VisibleText text={who} /> has removed this note meanwhile. Copy your text, and add it as a
        new note.
      </p>
    );
  }
  return (
    <>
      <p>
        Not kept: <VisibleText text={who} /> has edited this note meanwhile. Save again to put your text in
        the place of theirs, which is{note.text === '' ? ' empty.' : ':'}
      </p>
      {note.text === '' ? null : (
        <blockquote className="border-line-2 border-l-2 pl-2 text-ink">
          <NoteText text={note.text} />
        </blockquote>
      )}
    </>
  );
}

/** Asks once more. */
export function NoteRemoval({ note, version, onWrite, onEnd }: NoteChangeProps) {
  const { problem, refusals, saving, send } = useSending(onWrite);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const remove = async () => {
    const change = { what: 'remove', note: note.id } as const;
    if (await send({ author: ownName(), expectedVersion: version, change })) onEnd(true);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-2" onKeyDown={onEscape(() => onEnd(false))}>
      <legend className="mb-1 text-ink-2">
        Remove this {note.kind}? It leaves the timeline and stays in the log.
      </legend>
      {problem === null ? null : (
        <NoteRefusal key={refusals}>
          <VisibleText text={problem} />
        </NoteRefusal>
      )}
      <Button look="outlined" disabled={saving} onClick={remove} className="text-rem">
        Remove it
      </Button>
      <Button ref={keep} onClick={() => onEnd(false)}>
        Keep it
      </Button>
    </fieldset>
  );
}

/** Ends this alone, and not the list that it is in. */
const onEscape = (end: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  end();
};
