/** The order within each layer: by the middle of what a box hangs together with, down and up again, as long as fewer edges cross. */
import type { Box, Tie } from './graph-parts.ts';

const SWEEPS = 12;

export function orderLayers(layers: Box[][]): void {
  let best = layers.map((layer) => [...layer]);
  let fewest = crossings(layers);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const order = isDown ? layers.keys() : [...layers.keys()].reverse();
    for (const nth of order) sortLayer(layers, nth, isDown);
    const now = crossings(layers);
    if (now < fewest) {
      fewest = now;
      best = layers.map((layer) => [...layer]);
    }
  }
  for (const [nth, layer] of best.entries()) layers[nth] = layer;
}

function sortLayer(layers: Box[][], nth: number, isDown: boolean): void {
  const layer = layers[nth] ?? [];
  const beside = new Map((layers[isDown ? nth - 1 : nth + 1] ?? []).map((box, place) => [box, place]));
  const middles = new Map(
    layer.map((box, place) => [box, middleOf(isDown ? box.up : box.down, beside) ?? place]),
  );
  layer.sort((a, b) => (middles.get(a) ?? 0) - (middles.get(b) ?? 0));
}

function middleOf(ties: readonly Tie[], places: ReadonlyMap<Box, number>): number | null {
  let sum = 0;
  let weights = 0;
  for (const { box, weight } of ties) {
    sum += weight * (places.get(box) ?? 0);
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** How often edges between layers next to each other cross. */
export function crossings(layers: readonly (readonly Box[])[]): number {
  let count = 0;
  for (const [nth, layer] of layers.slice(1).entries()) {
    const places = new Map((layers[nth] ?? []).map((box, place) => [box, place]));
    const ends = layer.flatMap((box, below) =>
      box.up.map((tie) => [places.get(tie.box) ?? 0, below] as const),
    );
    for (const [at, [top, bottom]] of ends.entries())
      for (const [otherTop, otherBottom] of ends.slice(at + 1))
        if ((top - otherTop) * (bottom - otherBottom) < 0) count += 1;
  }
  return count;
}
