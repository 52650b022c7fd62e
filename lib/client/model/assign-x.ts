/**
 * Where the boxes of each layer stand from left to right, in the order that they have: as near to what they hang together with as they can without
 * touching each other.
 */
import type { Box, Tie } from './graph-parts.ts';
import { straighten } from './straighten.ts';

const GAP = 14;
const SWEEPS = 24;

/** The width of all. `beside`: room that is kept free right of a box, and left of it, so that it stays in the middle. */
export function assignX(layers: readonly (readonly Box[])[], beside: (box: Box) => number): number {
  const reach = (box: Box): number => (box.width + beside(box)) / 2;
  for (const layer of layers) settle(layer, reach, () => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const order = isDown ? layers : [...layers].reverse();
    const isLast = sweep >= SWEEPS - 2;
    for (const layer of order)
      settle(layer, reach, (box) =>
        wishOf(isLast ? [...box.up, ...box.down] : isDown ? box.up : box.down, box.x),
      );
  }
  straighten(layers, (left, right) => reach(left) + GAP + reach(right));
  const all = layers.flat();
  const left = Math.min(0, ...all.map((box) => box.x - reach(box)));
  for (const box of all) box.x -= left;
  return Math.max(0, ...all.map((box) => box.x + reach(box)));
}

function wishOf(ties: readonly Tie[], now: number): number {
  let sum = 0;
  let weights = 0;
  for (const { box, weight } of ties) {
    sum += weight * box.x;
    weights += weight;
  }
  return weights === 0 ? now : sum / weights;
}

interface Block {
  readonly boxes: { readonly box: Box; readonly offset: number }[];
  /** Where its first box would like to stand, all wishes of the block together. */
  wish: number;
  size: number;
}

/** Boxes that would touch become a block that moves as one; of all places in this order it is the nearest to the wishes. */
function settle(layer: readonly Box[], reach: (box: Box) => number, wish: (box: Box) => number): void {
  const blocks: Block[] = [];
  for (const box of layer) {
    let block: Block = { boxes: [{ box, offset: 0 }], wish: wish(box), size: 1 };
    for (let before = blocks.at(-1); before !== undefined; before = blocks.at(-1)) {
      const last = before.boxes.at(-1);
      const first = block.boxes[0];
      if (last === undefined || first === undefined) break;
      const offset = last.offset + reach(last.box) + GAP + reach(first.box);
      if (before.wish + offset <= block.wish) break;
      blocks.pop();
      const size = before.size + block.size;
      block = {
        boxes: [...before.boxes, ...block.boxes.map((one) => ({ ...one, offset: one.offset + offset }))],
        wish: (before.wish * before.size + (block.wish - offset) * block.size) / size,
        size,
      };
    }
    blocks.push(block);
  }
  for (const { boxes, wish: at } of blocks) for (const { box, offset } of boxes) box.x = at + offset;
}
