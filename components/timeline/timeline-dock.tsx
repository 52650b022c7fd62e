'use client';
import type { Scale } from '#client/playhead-positions';
import { countText } from '#client/playhead-words';
import type { History } from '#core';
import styles from './dock.module.css';
import { Dock } from './dock.tsx';
import type { Pins } from './dock-model.ts';
import { useColumns } from './use-columns.ts';

export interface TimelineDockProps {
  readonly history: History;
  /** What the page has committed; 0 is before the first event. */
  readonly ordinal: number;
  /** While the playhead moves: 30 times a second at most, and always once more at rest. */
  onPreview(ordinal: number): void;
  /** The playhead was let go, or a key or a button moved it. */
  onCommit(ordinal: number): void;
  /** Ordinals; null where a pin is not set. */
  readonly pins: Pins;
  onPins(pins: Pins): void;
  readonly scale: Scale;
  onScale(scale: Scale): void;
  readonly timeZone: 'UTC';
  /** What was typed into "Go to"; the page resolves it and answers with a new ordinal or a problem. */
  onGoTo(text: string): void;
  readonly goToProblem: string | null;
}

/** The scrubber of one history: mini-map, track and transport, at the bottom of the page over its full width. */
export function TimelineDock(props: TimelineDockProps) {
  const columns = useColumns(props.history);
  if (columns !== null) return <Dock {...props} columns={columns} />;
  return (
    <section className={styles.dock} aria-label="Timeline" aria-busy="true">
      <p className={styles.reading}>Reading {countText(props.history.length)} events…</p>
    </section>
  );
}
