'use client';
import { memo } from 'react';
import { countText } from '#client/playhead-words';
import styles from './dock.module.css';
import { Dock } from './dock.tsx';
import type { DockNotes } from './dock-notes.ts';
import type { TimelineDockProps } from './dock-props.ts';
import { useColumns } from './use-columns.ts';

export type { DockNotes, TimelineDockProps };

/** The scrubber of one history: mini-map, track and transport, at the bottom of the page over its full width. */
export const TimelineDock = memo(function TimelineDock(props: TimelineDockProps) {
  const columns = useColumns(props.replay);
  if (columns !== null) return <Dock {...props} columns={columns} />;
  return (
    <section className={styles.dock} aria-label="Timeline" aria-busy="true">
      <p className={styles.reading}>Reading {countText(props.replay.length)} events…</p>
    </section>
  );
});
