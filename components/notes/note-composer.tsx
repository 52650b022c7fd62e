'use client';

import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { placeWords } from '#client/notes/note-words';
import { ownName, rememberOwnName } from '#client/notes/own-name';
import type { WriteNote } from '#client/notes/use-note-writer';
import { Button } from '#components/ui/button';
import { Segmented } from '#components/ui/segmented';
import { VisibleText } from '#components/ui/visible-text';
import { type Axis, noteKindOf } from '#core';
import { NoteField } from './note-field.tsx';
import { NoteRefusal } from './note-refusal.tsx';
import { useSending } from './use-sending.ts';

/** What may be noted: fixed when the composer was opened, so that it stays where its writer meant it. */
export interface NoteTarget {
  readonly axis: Axis;
  /** Version where the playhead was. */
  readonly moment: number;
  /** Versions of the pins, where both were set at different events. */
  readonly range: { readonly from: number; readonly to: number } | null;
  /** The field that was followed. */
  readonly path: string | null;
  /** A difference is looked at: the stretch between the pins is what is meant. */
  readonly meansRange: boolean;
}

/** Writes a bookmark or a note at the playhead, over the stretch between the pins, or on a field. */
export function NoteComposer({
  target,
  draft,
  onWrite,
  onClose,
}: {
  target: NoteTarget;
  /** What was written before the composer was closed with Escape. */
  draft: RefObject<string>;
  onWrite: WriteNote;
  onClose(): void;
}) {
  const { axis, moment, range, path } = target;
  const [what, setWhat] = useState<'moment' | 'range'>(
    target.meansRange && range !== null ? 'range' : 'moment',
  );
  const [onField, setOnField] = useState(path !== null);
  const [text, setText] = useState(draft.current);
  const [name, setName] = useState(ownName);
  const { problem, refusals, saving, send } = useSending(onWrite);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ends = what === 'range' && range !== null ? range : { from: moment, to: null };
  const on = { axis, ...ends, path: onField ? path : null };
  const kind = noteKindOf(text.trim());
  const save = async () => {
    rememberOwnName(name.trim());
    const change = { what: 'add', on, text: text.trim() } as const;
    if (await send({ author: name.trim(), expectedVersion: null, change })) discard();
  };
  const write = (next: string) => {
    draft.current = next;
    setText(next);
  };
  const discard = () => {
    draft.current = '';
    onClose();
  };
  return (
    <div
      role="dialog"
      aria-label="Add a note"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="absolute bottom-full z-20 mb-2 overflow-y-auto rounded-md border border-line-2 bg-surface p-3 shadow-pop max-sm:fixed max-sm:inset-x-3 max-sm:bottom-3 max-sm:mb-0 max-sm:max-h-[85dvh] sm:left-[clamp(12px,calc(var(--playhead)-220px),calc(100%-452px))] sm:max-h-[calc(100dvh-280px)] sm:w-[440px] print:hidden"
    >
      <form
        className="flex flex-col gap-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="flex min-h-7 flex-wrap items-center gap-2">
          <h2 className="min-w-0 flex-1 font-semibold">
            {kind === 'bookmark' ? 'Bookmark' : 'Note on'} {placeWords(ends)}
          </h2>
          {range === null ? null : (
            <Segmented<'moment' | 'range'>
              label="What it is about"
              value={what}
              onChange={setWhat}
              options={[
                { value: 'moment', text: `Event ${moment}` },
                { value: 'range', text: `A ${range.from} – B ${range.to}` },
              ]}
            />
          )}
        </div>
        <NoteField
          ref={field}
          label="Text of the note"
          placeholder="Say something, or leave it empty for a bookmark"
          value={text}
          onChange={write}
          onSave={save}
        />
        {path === null ? null : (
          <label className="flex min-h-6 items-center gap-2">
            <input type="checkbox" checked={onField} onChange={(event) => setOnField(event.target.checked)} />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              Only the field{' '}
              <span className="font-mono text-sm">
                <VisibleText text={path} />
              </span>
            </span>
          </label>
        )}
        <NameField value={name} onChange={setName} />
        {problem === null ? null : (
          <NoteRefusal key={refusals}>
            <VisibleText text={problem} />
          </NoteRefusal>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="solid" disabled={saving}>
            Save {kind}
          </Button>
          <Button onClick={discard}>Cancel</Button>
          <p className="flex-1 text-right text-ink-3 text-sm max-sm:hidden">
            Enter saves · Shift+Enter new line
          </p>
        </div>
      </form>
    </div>
  );
}

function NameField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-ink-2">
        Your name
      </label>
      <input
        id={id}
        value={value}
        maxLength={60}
        autoComplete="name"
        placeholder="kept with the note; nobody checks it"
        onChange={(event) => onChange(event.target.value)}
        className="h-7 min-w-0 flex-1 rounded-md border border-line-2 bg-surface px-2 placeholder:text-ink-2 pointer-coarse:text-lg"
      />
    </div>
  );
}
