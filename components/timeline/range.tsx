'use client';
import { useRef } from 'react';
import type { DockModel } from './dock-model.ts';
import styles from './range.module.css';
import { usePainter } from './use-painter.ts';

/** The stretch between the pins, shaded; nothing while one of them is missing. */
export function Range({ model }: { readonly model: DockModel }) {
  const shade = useRef<HTMLDivElement>(null);
  usePainter(model, () => {
    if (shade.current === null) return;
    const { pins, projection, positions, width } = model;
    const { a, b } = pins;
    shade.current.hidden = a === null || b === null;
    if (a === null || b === null) return;
    const xOf = (ordinal: number) =>
      Math.max(0, Math.min(width, Math.round(projection.toX(positions.at(ordinal)))));
    const left = xOf(Math.min(a, b));
    shade.current.style.transform = `translateX(${left}px)`;
    shade.current.style.width = `${xOf(Math.max(a, b)) - left}px`;
  });
  return <div ref={shade} className={styles.range} hidden />;
}
