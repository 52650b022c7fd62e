'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { addedText, noteWords } from '#client/notes/note-words';
import { type PlacedNote, usePlacedNotes } from '#client/notes/placed-notes';
import { useNotes } from '#client/notes/use-notes';
import type { Replay } from '#client/replay/replay';
import type { PinnedOrdinals } from '#client/replay/use-pins';
import type { NoteTarget } from '#components/notes/note-composer';
import type { DockNotes } from '#components/timeline/timeline-dock';
import { NOTES_ENTITY_TYPE } from '#core';
import type { WrittenNote } from '#wire';
import type { OpenNotes } from './note-popover.tsx';

// Loaded when it is first opened: no entity has to wait for what writes notes.
const NotePopover = dynamic(() => import('./note-popover.tsx').then((loaded) => loaded.NotePopover), {
  ssr: false,
});

export interface ScreenNotes {
  /** null: notes have no notes. */
  readonly dock: DockNotes | null;
  /** By place; without those that were removed. */
  readonly placed: readonly PlacedNote[];
  /** Fields that somebody noted. */
  readonly paths: ReadonlySet<string>;
  /** By ordinal, how many stand at an event, or begin there. */
  readonly counts: ReadonlyMap<number, number>;
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
  /** A difference is looked at. */
  readonly isDiff: boolean;
  onGo(ordinal: number): void;
}

const NONE: readonly WrittenNote[] = [];

/** The notes of the entity on screen: where they are drawn, and what is open to read or write them. */
export function useScreenNotes({
  entity,
  replay,
  pins,
  path,
  logHead,
  zone,
  isDiff,
  onGo,
}: Asked): ScreenNotes {
  const isNotable = entity.type !== NOTES_ENTITY_TYPE;
  const { written, problem } = useNotes(entity, isNotable);
  const notes = written?.notes ?? NONE;
  const withRemoved = usePlacedNotes(replay, notes, logHead);
  const placed = useMemo(() => withRemoved.filter(({ note }) => !note.removed), [withRemoved]);
  const [open, setOpen] = useState<OpenNotes | null>(null);
  const opener = useRef<Element | null>(null);
  // A note that is begun outlives the composer: Escape is pressed by habit.
  const draft = useRef('');
  const close = useCallback(() => {
    setOpen(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  const show = useCallback((next: OpenNotes) => {
    setOpen((before) => {
      if (before === null) opener.current = document.activeElement;
      return next;
    });
  }, []);
  const { a, b } = pins;
  const onAdd = useCallback(
    async (ordinal: number) =>
      show({ what: 'composer', target: await targetOf(replay, ordinal, { a, b }, path, isDiff) }),
    [show, replay, a, b, path, isDiff],
  );
  const isListed = open?.what === 'list';
  const onList = useCallback(() => (isListed ? close() : show({ what: 'list' })), [isListed, close, show]);
  const ticks = useMemo(() => placed.map((note) => tickOf(note, zone)), [placed, zone]);
  const paths = useMemo(() => new Set(placed.flatMap(({ note }) => note.on.path ?? [])), [placed]);
  const counts = useMemo(() => countsOf(placed), [placed]);
  const count = useMemo(() => notes.filter((note) => !note.removed).length, [notes]);
  const popover = useMemo(() => {
    if (open === null) return null;
    return (
      <NotePopover
        {...{ entity, open, draft, written, problem, onGo }}
        drawn={ticks.length}
        placed={withRemoved}
        onClose={close}
      />
    );
  }, [entity, open, ticks, written, problem, withRemoved, onGo, close]);
  const dock = useMemo(
    () => (isNotable ? { ticks, count, open: open?.what ?? null, onAdd, onList, popover } : null),
    [isNotable, ticks, count, open, onAdd, onList, popover],
  );
  return { dock, placed, paths, counts };
}

function tickOf({ note, from, to }: PlacedNote, zone: string) {
  return { id: note.id, from, to, words: `${noteWords(note)}, ${addedText(note, zone)}`, text: note.text };
}

function countsOf(placed: readonly PlacedNote[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { from } of placed) counts.set(from, (counts.get(from) ?? 0) + 1);
  return counts;
}

/** Versions, which stay true when the log grows. */
async function targetOf(
  replay: Replay,
  ordinal: number,
  { a, b }: PinnedOrdinals,
  path: string | null,
  meansRange: boolean,
): Promise<NoteTarget> {
  const moment = await replay.versionOf(ordinal);
  const isRange = a !== null && b !== null && a !== b;
  const range = isRange ? { from: await replay.versionOf(a), to: await replay.versionOf(b) } : null;
  return { axis: replay.axis, moment, range, path, meansRange };
}
