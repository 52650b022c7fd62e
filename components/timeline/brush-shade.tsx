'use client';
import { useRef } from 'react';
import { countText } from '#client/playhead-words';
import type { DockModel } from './dock-model.ts';
import styles from './range.module.css';
import { usePainter } from './use-painter.ts';

/** The stretch that is being brushed, with the number of events in it. Painted without a rendering. */
export function BrushShade({ model }: { readonly model: DockModel }) {
  const shade = useRef<HTMLDivElement>(null);
  const count = useRef<HTMLSpanElement>(null);
  usePainter(model, () => {
    if (shade.current === null || count.current === null) return;
    const edges = model.brush.edges();
    // Told again what it is, the element would be styled again with every frame.
    if (shade.current.hidden !== (edges === null)) shade.current.hidden = edges === null;
    if (edges === null) return;
    const left = Math.max(0, Math.floor(edges.left));
    const right = Math.min(model.width, Math.ceil(edges.right));
    shade.current.style.transform = `translateX(${left}px)`;
    shade.current.style.width = `${Math.max(1, right - left)}px`;
    const stretch = model.brush.stretch();
    const events = stretch === null ? 0 : stretch.last - stretch.first + 1;
    count.current.textContent = `${countText(events)} ${events === 1 ? 'event' : 'events'}`;
    // Beside the stretch where it is too narrow, on the side that has the room.
    count.current.dataset.side = left > model.width / 2 ? 'left' : 'right';
  });
  return (
    <div ref={shade} className={styles.brush} data-testid="timeline-brush" aria-hidden="true" hidden>
      <span ref={count} className={styles.count} />
    </div>
  );
}
