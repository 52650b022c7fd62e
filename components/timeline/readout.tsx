'use client';
import { useRef } from 'react';
import { countText, versionText } from '#client/playhead-words';
import type { DockModel } from './dock-model.ts';
import styles from './transport.module.css';
import { usePainter } from './use-painter.ts';
import { writeText } from './write-text.ts';

/**
 * Where the playhead stands: "812 of 4,210". On the occurred axis an event's number is not its place: "event 300 · place 498 of 513".
 * It keeps the width of its longest text, so that nothing beside it moves while scrubbing.
 */
export function Readout({ model }: { readonly model: DockModel }) {
  const event = useRef<HTMLSpanElement>(null);
  const number = useRef<HTMLSpanElement>(null);
  const filtered = useRef<HTMLSpanElement>(null);
  const total = countText(model.columns.length);
  const { axis } = model.stream;
  const room = { minWidth: `${total.length}ch` };
  usePainter(model, (words) => {
    if (!words) return;
    writeText(event.current, versionText(model.stream, model.ordinal));
    const { matching } = model;
    writeText(
      filtered.current,
      matching === null
        ? ''
        : ` · ${model.ordinal === 0 || matching.has(model.ordinal) ? `${countText(matching.rank(model.ordinal))} of` : 'hidden,'} ${countText(matching.count)} shown`,
    );
    writeText(number.current, countText(model.ordinal));
  });
  return (
    <span className={styles.readout} data-axis={axis} aria-hidden="true" data-testid="timeline-readout">
      {axis === 'occurred' && (
        <>
          <span className={styles.event}>
            event <span ref={event} className={styles.number} style={room} /> ·
          </span>
          <span className={styles.word}>place</span>
        </>
      )}
      <span ref={number} className={styles.number} style={room} />
      <span className={styles.total}>
        of {total}
        <span ref={filtered} />
      </span>
    </span>
  );
}
