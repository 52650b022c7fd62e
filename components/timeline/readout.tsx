'use client';
import { useRef } from 'react';
import { countText } from '#client/playhead-words';
import type { DockModel } from './dock-model.ts';
import styles from './transport.module.css';
import { usePainter } from './use-painter.ts';

/** Place on the axis: "812 of 4,210". It keeps the width of its longest text, so that nothing beside it moves while scrubbing. */
export function Readout({ model }: { readonly model: DockModel }) {
  const number = useRef<HTMLSpanElement>(null);
  const total = countText(model.columns.length);
  usePainter(model, () => {
    if (number.current !== null) number.current.textContent = countText(model.ordinal);
  });
  return (
    <span className={styles.readout} aria-hidden="true" data-testid="timeline-readout">
      <span ref={number} className={styles.number} style={{ minWidth: `${total.length}ch` }} />
      <span className={styles.total}>of {total}</span>
    </span>
  );
}
