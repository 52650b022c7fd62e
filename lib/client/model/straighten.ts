/**
 * Puts the boxes of a long edge under each other where there is room for that: a line that is nearly straight looks like a mistake.
 *
 * Law: no box comes nearer to its neighbours than they were allowed to be, and the order within the layers stays.
 */
import type { Box } from './graph-parts.ts';

const PASSES = 3;

/** `apart`: how far the middles of two neighbours are at least. */
export function straighten(
  layers: readonly (readonly Box[])[],
  apart: (left: Box, right: Box) => number,
): void {
  const places = new Map(
    layers.flatMap((layer) => layer.map((box, place) => [box, { layer, place }] as const)),
  );
  const roomOf = (box: Box): readonly [number, number] => {
    const { layer, place } = places.get(box) ?? { layer: [], place: 0 };
    const [left, right] = [layer[place - 1], layer[place + 1]];
    return [
      left === undefined ? Number.NEGATIVE_INFINITY : left.x + apart(left, box),
      right === undefined ? Number.POSITIVE_INFINITY : right.x - apart(box, right),
    ];
  };
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const chain of chainsOf(layers)) {
      const rooms = chain.boxes.map(roomOf);
      const from = Math.max(...rooms.map(([least]) => least));
      const to = Math.min(...rooms.map(([, most]) => most));
      if (from > to) continue;
      const x = Math.min(to, Math.max(from, chain.wish));
      for (const box of chain.boxes) box.x = x;
    }
  }
}

interface Chain {
  readonly boxes: readonly Box[];
  readonly wish: number;
}

/** What hangs on one line: bends and words, and a node where nothing else hangs on it. */
function chainsOf(layers: readonly (readonly Box[])[]): readonly Chain[] {
  const chains: Chain[] = [];
  for (const top of layers.flat()) {
    if (!isLoose(top) || (top.up[0] !== undefined && isLoose(top.up[0].box))) continue;
    const boxes = [top];
    let below = top.down[0]?.box;
    for (; below !== undefined && isLoose(below); below = below.down[0]?.box) boxes.push(below);
    const held = boxes.length === 1 ? [] : boxes;
    const isHanging = top.up.length === 0 || below === undefined;
    const ends = [top.up[0]?.box, below].filter((box) => box !== undefined);
    const wishes = isHanging ? ends : held;
    if (wishes.length > 0)
      chains.push({ boxes, wish: wishes.reduce((sum, { x }) => sum + x, 0) / wishes.length });
  }
  return chains;
}

/** It has no more than one line, which goes through it or ends in it. */
const isLoose = ({ id, up, down }: Box): boolean => id === null || up.length + down.length === 1;
