'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ownName } from '#client/notes/own-name';
import type { WriteNote } from '#client/notes/use-note-writer';
import { Button } from '#components/ui/button';
import { VisibleText } from '#components/ui/visible-text';
import type { WrittenNote } from '#wire';
import { NoteField } from './note-field.tsx';
import { useSending } from './use-sending.ts';

interface NoteChangeProps {
  readonly note: WrittenNote;
  /** Of the notes on screen. */
  readonly version: number;
  readonly onWrite: WriteNote;
  /** `done`: it is kept. */
  onEnd(done: boolean): void;
}

/** Another text in the place of the one before, which stays in the log. */
export function NoteEditor({ note, version, onWrite, onEnd }: NoteChangeProps) {
  const [text, setText] = useState(note.text);
  const { problem, saving, send } = useSending(onWrite);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    const said = text.trim();
    if (said === note.text) return onEnd(false);
    const change = { what: 'edit', note: note.id, text: said } as const;
    if (await send({ author: ownName(), expectedVersion: version, change })) onEnd(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is of the field and the buttons inside
    <div className="flex flex-col gap-2" onKeyDown={onEscape(() => onEnd(false))}>
      <NoteField ref={field} label="Text of the note" value={text} onChange={setText} onSave={save} />
      <Refusal problem={problem} />
      <div className="flex gap-2">
        <Button look="solid" disabled={saving} onClick={save}>
          Save
        </Button>
        <Button onClick={() => onEnd(false)}>Cancel</Button>
      </div>
    </div>
  );
}

/** Asks once more. */
export function NoteRemoval({ note, version, onWrite, onEnd }: NoteChangeProps) {
  const { problem, saving, send } = useSending(onWrite);
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
      <Refusal problem={problem} />
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

function Refusal({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p role="alert" className="w-full text-rem [overflow-wrap:anywhere]">
      <VisibleText text={problem} />
    </p>
  );
}
