'use client';
import { Bookmark, BookmarkPlus } from 'lucide-react';
import { countText } from '#client/playhead-words';
import type { DockNotes } from './dock-notes.ts';
import styles from './transport.module.css';
import { TransportButton } from './transport-button.tsx';

/** Marks the playhead's moment, and opens the list of all marks. */
export function NoteButtons({ notes, onAdd }: { readonly notes: DockNotes; onAdd(): void }) {
  return (
    <fieldset className={styles.group} aria-label="Notes">
      <TransportButton
        label="Add a note"
        hint="M"
        icon={BookmarkPlus}
        expanded={notes.open === 'composer'}
        onPress={onAdd}
      />
      <button
        type="button"
        className={styles.button}
        title="All notes (N next, P previous)"
        aria-expanded={notes.open === 'list'}
        onClick={notes.onList}
      >
        <span className={styles.noteCount}>
          <Bookmark size={14} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.spoken}>Notes </span>
          {countText(notes.count)}
        </span>
      </button>
    </fieldset>
  );
}
