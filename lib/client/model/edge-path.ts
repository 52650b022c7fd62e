/** The line of an edge as the path of an SVG, and where its arrow stands. It leaves, bends and arrives upright. */
import type { DrawnEdge } from './layered-graph.ts';

export interface EdgePath {
  readonly line: string;
  /** Three corners. */
  readonly arrow: string;
}

const ARROW = 7;

/** `thick`: how wide the line is. */
export function edgePath({ boxes, isBack }: DrawnEdge, thick: number): EdgePath {
  const sign = isBack ? -1 : 1;
  const size = ARROW + thick / 2;
  const stops = boxes.flatMap(({ x, y, half }, nth) => {
    const [above, below] = [y - sign * half, y + sign * half];
    if (nth === 0) return [{ x, y: below }];
    return nth === boxes.length - 1
      ? [{ x, y: above - sign * size }]
      : [
          { x, y: above },
          { x, y: below },
        ];
  });
  const [first, ...others] = stops;
  const tip = boxes.at(-1);
  if (first === undefined || tip === undefined) return { line: '', arrow: '' };
  let at = first;
  let line = `M${text(first.x)} ${text(first.y)}`;
  for (const stop of others) {
    const middle = text((at.y + stop.y) / 2);
    line +=
      at.x === stop.x
        ? `V${text(stop.y)}`
        : `C${text(at.x)} ${middle} ${text(stop.x)} ${middle} ${text(stop.x)} ${text(stop.y)}`;
    at = stop;
  }
  const end = tip.y - sign * tip.half;
  const arrow = `M${text(tip.x)} ${text(end)}l${text(-size / 2)} ${text(-sign * size)}h${text(size)}z`;
  return { line, arrow };
}

/** Of an edge from a node to itself: out of its right side and back into it. */
export function loopPath(
  node: { readonly x: number; readonly y: number; readonly width: number },
  thick: number,
): EdgePath {
  const right = node.x + node.width / 2;
  const size = ARROW + thick / 2;
  const out = text(right + 25);
  const line = `M${text(right)} ${text(node.y - 10)}C${out} ${text(node.y - 26)} ${out} ${text(node.y + 26)} ${text(right + size)} ${text(node.y + 10)}`;
  const arrow = `M${text(right)} ${text(node.y + 10)}l${text(size)} ${text(-size / 2)}v${text(size)}z`;
  return { line, arrow };
}

/** A tenth of a pixel is as fine as anybody sees. */
const text = (size: number): string => String(Math.round(10 * size) / 10);
