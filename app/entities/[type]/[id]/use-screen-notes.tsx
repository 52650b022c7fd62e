'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { addedText, noteWords } from '#client/notes/note-words';
import { MOST_DRAWN, type PlacedNote, usePlacedNotes } from '#client/notes/placed-notes';
import { useNoteWriter } from '#client/notes/use-note-writer';
import { useNotes } from '#client/notes/use-notes';
import type { Replay } from '#client/replay/replay';
import type { PinnedOrdinals } from '#client/replay/use-pins';
import type { NoteTarget } from '#components/notes/note-composer';
import type { DockNotes } from '#components/timeline/timeline-dock';
import { NOTES_ENTITY_TYPE } from '#core';
import type { WrittenNote } from '#wire';

const NoteComposer = dynamic(
  () => import('#components/notes/note-composer').then((all) => all.NoteComposer),
  {
    ssr: false,
  },
);
const NotesPanel = dynamic(() => import('#components/notes/notes-panel').then((all) => all.NotesPanel), {
  ssr: false,
});

export interface ScreenNotes {
  /** null: notes have no notes. */
  readonly dock: DockNotes | null;
  /** By place; without those that were removed. */
  readonly placed: readonly PlacedNote[];
  /** Fields that somebody noted. */
  readonly paths: ReadonlySet<string>;
}

interface Asked {
  readonly entity: EntityName;
  readonly replay: Replay;
  readonly pins: PinnedOrdinals;
  /** The field that is followed. */
  readonly path: string | null;
  readonly logHead: bigint;
  /** That times are written in. */
  readonly zone: string;
  onGo(ordinal: number): void;
}

type Open = { readonly what: 'list' } | { readonly what: 'composer'; readonly target: NoteTarget } | null;

const NONE: readonly WrittenNote[] = [];

/** The notes of the entity on screen: where they are drawn, and what is open to read or write them. */
export function useScreenNotes({ entity, replay, pins, path, logHead, zone, onGo }: Asked): ScreenNotes {
  const isNotable = entity.type !== NOTES_ENTITY_TYPE;
  const { written, problem } = useNotes(entity, isNotable);
  const onWrite = useNoteWriter(entity);
  const notes = written?.notes ?? NONE;
  const withRemoved = usePlacedNotes(replay, notes, logHead);
  const placed = useMemo(() => withRemoved.filter(({ note }) => !note.removed), [withRemoved]);
  const [open, setOpen] = useState<Open>(null);
  const opener = useRef<Element | null>(null);
  const close = useCallback(() => {
    setOpen(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  const show = useCallback((next: NonNullable<Open>) => {
    setOpen((before) => {
      if (before === null) opener.current = document.activeElement;
      return next;
    });
  }, []);
  const { a, b } = pins;
  const onAdd = useCallback(
    async (ordinal: number) =>
      show({ what: 'composer', target: await targetOf(replay, ordinal, { a, b }, path) }),
    [show, replay, a, b, path],
  );
  const isListed = open?.what === 'list';
  const onList = useCallback(() => (isListed ? close() : show({ what: 'list' })), [isListed, close, show]);
  const ticks = useMemo(() => placed.map((note) => tickOf(note, zone)), [placed, zone]);
  const paths = useMemo(() => new Set(placed.flatMap(({ note }) => note.on.path ?? [])), [placed]);
  const count = useMemo(() => notes.filter((note) => !note.removed).length, [notes]);
  const popover = useMemo(() => {
    if (open === null) return null;
    if (open.what === 'composer')
      return <NoteComposer target={open.target} onWrite={onWrite} onClose={close} />;
    const limit =
      ticks.length > MOST_DRAWN ? `The track draws the first ${MOST_DRAWN} of ${ticks.length} notes.` : null;
    return (
      <NotesPanel {...{ written, problem, limit, onGo, onWrite }} placed={withRemoved} onClose={close} />
    );
  }, [open, ticks, written, problem, withRemoved, onGo, onWrite, close]);
  const dock = useMemo(
    () => (isNotable ? { ticks, count, open: open?.what ?? null, onAdd, onList, popover } : null),
    [isNotable, ticks, count, open, onAdd, onList, popover],
  );
  return { dock, placed, paths };
}

function tickOf({ note, from, to }: PlacedNote, zone: string) {
  return { id: note.id, from, to, words: `${noteWords(note)}, ${addedText(note, zone)}`, text: note.text };
}

/** Versions, which stay true when the log grows. */
async function targetOf(
  replay: Replay,
  ordinal: number,
  { a, b }: PinnedOrdinals,
  path: string | null,
): Promise<NoteTarget> {
  const moment = await replay.versionOf(ordinal);
  const isRange = a !== null && b !== null && a !== b;
  const range = isRange ? { from: await replay.versionOf(a), to: await replay.versionOf(b) } : null;
  return { axis: replay.axis, moment, range, path };
}
