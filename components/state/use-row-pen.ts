import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { MovingPlace } from '#client/moving-place';
import type { Scene } from '#client/replay/question';
import { DrawnRows, RowPen } from './row-pen.ts';
import type { RowSketch } from './sketch.ts';

interface DrawnTree {
  /** null: the rows show more than values, and are drawn anew for each moment. */
  readonly sketch: ((scene: Scene) => readonly RowSketch[] | null) | null;
  readonly tree: RefObject<HTMLElement | null>;
}

/** The pen of a tree of rows, which is lent to what moves. */
export function useRowPen(moving: MovingPlace | null, { sketch, tree }: DrawnTree): RowPen {
  const [pen] = useState(() => new RowPen());
  useLayoutEffect(() => {
    const element = tree.current;
    pen.rows = sketch === null || element === null ? null : new DrawnRows(element, sketch);
  });
  useEffect(() => moving?.lend(pen), [moving, pen]);
  return pen;
}
