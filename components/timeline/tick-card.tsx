'use client';
import { VisibleText } from '#components/ui/visible-text';
import type { DockModel } from './dock-model.ts';
import type { DockTick } from './dock-notes.ts';
import styles from './note-ticks.module.css';

/** What a pointer rests on, near to where it is. The same is in the list of notes and beside the event. */
export function TickCard({ model, tick }: { readonly model: DockModel; readonly tick: DockTick }) {
  const x = Math.round(model.projection.toX(model.positions.at(tick.from)));
  return (
    <div
      aria-hidden="true"
      className={styles.card}
      // Inside both edges: percentages of the transform are of its own width.
      style={{ left: 0, transform: `translateX(max(12px, min(${x - 24}px, ${model.width - 12}px - 100%)))` }}
    >
      <p className={styles.words}>
        <VisibleText text={tick.words} />
      </p>
      {tick.text === '' ? null : (
        <p className={styles.text}>
          <VisibleText text={tick.text} lines />
        </p>
      )}
    </div>
  );
}
