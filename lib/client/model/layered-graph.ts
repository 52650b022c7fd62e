/**
 * A directed graph drawn in layers, after Sugiyama: what follows stands below, edges run downwards where they can, and every edge has a place for
 * its words that nothing else takes.
 *
 * Laws: nodes and words never overlap; the same graph is drawn the same way; a graph without a cycle has no edge upwards.
 */
import { assignX } from './assign-x.ts';
import type { Box, GraphEdge, GraphNode, LabelSize, Tie } from './graph-parts.ts';
import { rankNodes } from './node-ranks.ts';
import { orderLayers } from './order-layers.ts';

export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  /** By id: the middle. */
  readonly nodes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** In the order of the edges. */
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnEdge {
  /** From its first node to its last, through its bends; at the nodes `x` is where the edge leaves or arrives. */
  readonly boxes: readonly Box[];
  /** It runs upwards, or back to where it began. */
  readonly isBack: boolean;
  /** Of its words. */
  readonly label: { readonly x: number; readonly y: number };
}

const LAYER_GAP = 26;
const MARGIN = 12;

/** Edges from a node to itself are drawn beside it and take no part. */
export function layeredGraph(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  label: LabelSize,
): DrawnGraph {
  const { ranks, reversed } = rankNodes(nodes, edges);
  const layers: Box[][] = Array.from({ length: 2 * Math.max(...ranks.values(), 0) + 1 }, () => []);
  const place = (box: Box, layer: number): Box => {
    layers[layer]?.push(box);
    return box;
  };
  const boxes = new Map(
    nodes.map((node) => [node.id, place(boxOf(node, { id: node.id }), 2 * (ranks.get(node.id) ?? 0))]),
  );
  const routes = edges.map(({ from, to, weight }, edge): readonly Box[] => {
    const [top, bottom] = reversed.has(edge) ? [to, from] : [from, to];
    const [first, last] = [boxes.get(top), boxes.get(bottom)];
    if (first === undefined || last === undefined || top === bottom) return [];
    const [begin, end] = [2 * (ranks.get(top) ?? 0), 2 * (ranks.get(bottom) ?? 0)];
    const middle = begin + 2 * Math.floor((end - begin) / 4) + 1;
    const between = Array.from({ length: end - begin - 1 }, (_none, nth) => {
      const layer = begin + 1 + nth;
      return place(layer === middle ? boxOf(label, { edge, isLabel: true }) : boxOf(BEND, { edge }), layer);
    });
    const route = [first, ...between, last];
    for (const [nth, box] of route.slice(1).entries()) tie(route[nth], box, weight);
    return route;
  });
  const isSelf = new Set(edges.flatMap(({ from, to }) => (from === to ? [from] : [])));
  orderLayers(layers);
  const width = assignX(layers, (box) => (box.id !== null && isSelf.has(box.id) ? 2 * label.width + 24 : 0));
  const height = assignY(layers);
  return {
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    nodes: new Map([...boxes].map(([id, { x, y }]) => [id, { x: x + MARGIN, y: y + MARGIN }])),
    edges: edges.map((edge, nth) =>
      drawnEdge(withPorts(routes[nth] ?? []), reversed.has(nth), boxes.get(edge.from), label),
    ),
  };
}

const BEND = { width: 14, height: 0 };

function boxOf({ width, height }: LabelSize, is: Partial<Pick<Box, 'edge' | 'id' | 'isLabel'>>): Box {
  const own = { width, height, half: height / 2, up: [], down: [], x: 0, y: 0 };
  return { edge: null, id: null, isLabel: false, ...is, ...own };
}

function tie(upper: Box | undefined, lower: Box, weight: number): void {
  if (upper === undefined) return;
  // What has no width of its own should not bend.
  const isBent = upper.id === null && lower.id === null;
  const pull = (isBent ? 24 : 1) * (1 + Math.log2(1 + weight));
  upper.down.push({ box: lower, weight: pull });
  lower.up.push({ box: upper, weight: pull });
}

/** The height of all layers. */
function assignY(layers: readonly (readonly Box[])[]): number {
  let y = 0;
  for (const [nth, layer] of layers.entries()) {
    const height = Math.max(0, ...layer.map((box) => box.height));
    for (const box of layer) {
      box.y = y + height / 2;
      if (box.id === null && !box.isLabel) box.half = height / 2;
    }
    y += height + (nth === layers.length - 1 ? 0 : LAYER_GAP);
  }
  return y;
}

/** Edges of one node leave and arrive beside each other, in the order of where they go. */
function withPorts(route: readonly Box[]): readonly Box[] {
  const [first, last] = [route[0], route.at(-1)];
  if (first === undefined || last === undefined) return route;
  const [next, before] = [route[1], route.at(-2)];
  return [
    { ...first, x: portOf(first, first.down, next) },
    ...route.slice(1, -1),
    { ...last, x: portOf(last, last.up, before) },
  ];
}

const PORT_GAP = 14;

function portOf(box: Box, ties: readonly Tie[], towards: Box | undefined): number {
  const inOrder = ties.map((one) => one.box).sort((a, b) => a.x - b.x);
  const place = towards === undefined ? 0 : inOrder.indexOf(towards);
  const gap = Math.min(PORT_GAP, (box.width - 24) / Math.max(1, ties.length - 1));
  return box.x + gap * (place - (ties.length - 1) / 2);
}

/** Places of its own, as the drawing has them. */
function drawnEdge(
  route: readonly Box[],
  isReversed: boolean,
  self: Box | undefined,
  label: LabelSize,
): DrawnEdge {
  const moved = route.map((box) => ({ ...box, x: box.x + MARGIN, y: box.y + MARGIN }));
  const words = moved.find(({ isLabel }) => isLabel);
  const beside = {
    x: (self?.x ?? 0) + (self?.width ?? 0) / 2 + label.width / 2 + 22 + MARGIN,
    y: (self?.y ?? 0) + MARGIN,
  };
  return {
    boxes: isReversed ? moved.reverse() : moved,
    isBack: isReversed || route.length === 0,
    label: words === undefined ? beside : { x: words.x, y: words.y },
  };
}
