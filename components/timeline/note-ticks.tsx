'use client';
import { useRef } from 'react';
import { MOST_DRAWN } from '#client/notes/placed-notes';
import { visibleString } from '#client/visible-runs';
import type { DockModel } from './dock-model.ts';
import type { DockTick } from './dock-notes.ts';
import styles from './note-ticks.module.css';
import { usePainter } from './use-painter.ts';

interface NoteTicksProps {
  readonly model: DockModel;
  readonly ticks: readonly DockTick[];
  onGo(ordinal: number): void;
  /** A pointer rests on it, or left it. */
  onPoint(tick: DockTick | null): void;
}

/**
 * A ribbon for each note, and a bracket for the stretch that one is about. They are moved without a rendering. Keys go from one to the next
 * by N and P, so none of them is a stop of its own.
 */
export function NoteTicks({ model, ticks, onGo, onPoint }: NoteTicksProps) {
  const layer = useRef<HTMLDivElement>(null);
  const drawn = ticks.slice(0, MOST_DRAWN);
  usePainter(model, () => {
    const { projection, positions, width } = model;
    const xOf = (ordinal: number) => Math.round(projection.toX(positions.at(ordinal)));
    drawn.forEach(({ from, to }, index) => {
      const tick = layer.current?.children[index];
      if (!(tick instanceof HTMLElement)) return;
      const left = xOf(from);
      const right = to === null ? left : xOf(to);
      tick.hidden = right < 0 || left > width;
      if (tick.hidden) return;
      // The ribbon of a stretch that began before the window waits at its edge.
      const shown = to === null ? left : Math.max(4, left);
      tick.style.transform = `translateX(${shown}px)`;
      tick.style.setProperty('--stretch', `${Math.max(0, Math.min(width, right) - shown)}px`);
    });
  });
  return (
    <div ref={layer} data-testid="timeline-notes">
      {drawn.map((tick) => (
        <div key={tick.id} className={styles.tick} hidden>
          {tick.to === null ? null : <span className={styles.stretch} />}
          <button
            type="button"
            tabIndex={-1}
            className={styles.ribbon}
            aria-label={visibleString(`${tick.words}${tick.text === '' ? '' : `: ${tick.text}`}`)}
            onPointerDown={(event) => event.stopPropagation()}
            onPointerEnter={() => onPoint(tick)}
            onPointerLeave={() => onPoint(null)}
            onClick={() => onGo(tick.from)}
          >
            <svg viewBox="0 0 9 12" width="9" height="12" aria-hidden="true">
              <path d="M.5.5h8v11L4.5 8 .5 11.5Z" />
            </svg>
          </button>
        </div>
      ))}
    </div>
  );
}
