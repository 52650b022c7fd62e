import type { RefObject } from 'react';
import type { EntityName } from '#client/entity-href';
import { MOST_DRAWN, type PlacedNote } from '#client/notes/placed-notes';
import { useNoteWriter } from '#client/notes/use-note-writer';
import type { LoadedNotes } from '#client/notes/use-notes';
import { NoteComposer, type NoteTarget } from '#components/notes/note-composer';
import { NotesPanel } from '#components/notes/notes-panel';

export type OpenNotes =
  | { readonly what: 'list' }
  | { readonly what: 'composer'; readonly target: NoteTarget };

interface NotePopoverProps extends LoadedNotes {
  readonly entity: EntityName;
  readonly open: OpenNotes;
  /** Of the note that is begun. */
  readonly draft: RefObject<string>;
  /** How many notes the track could draw. */
  readonly drawn: number;
  /** With those that were removed. */
  readonly placed: readonly PlacedNote[];
  onGo(ordinal: number): void;
  onClose(): void;
}

/** What is open over the dock to read notes, or to write one. */
export function NotePopover({
  entity,
  open,
  draft,
  drawn,
  written,
  problem,
  placed,
  onGo,
  onClose,
}: NotePopoverProps) {
  const onWrite = useNoteWriter(entity);
  if (open.what === 'composer') return <NoteComposer target={open.target} {...{ draft, onWrite, onClose }} />;
  const limit = drawn > MOST_DRAWN ? `The track draws the first ${MOST_DRAWN} of ${drawn} notes.` : null;
  return <NotesPanel {...{ written, problem, placed, limit, onGo, onWrite, onClose }} />;
}
