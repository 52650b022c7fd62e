import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from './graph-parts.ts';
import { type DrawnGraph, layeredGraph } from './layered-graph.ts';

const LABEL = { width: 70, height: 26 };
const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const nodes: readonly GraphNode[] = NODES.map((id, nth) => ({ id, width: 80 + 20 * nth, height: 40 }));
const edges: fc.Arbitrary<readonly GraphEdge[]> = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...NODES),
    to: fc.constantFrom(...NODES),
    weight: fc.integer({ min: 1, max: 1_000 }),
  }),
  { maxLength: 24, selector: ({ from, to }) => `${from} ${to}` },
);

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function rectangles(drawn: DrawnGraph): readonly Rectangle[] {
  return [
    ...nodes.map((node) => ({ ...node, ...(drawn.nodes.get(node.id) ?? { x: Number.NaN, y: Number.NaN }) })),
    ...drawn.edges.map(({ label }) => ({ ...LABEL, ...label })),
  ];
}

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01;

describe('a graph in layers', () => {
  it('has every node and the words of every edge apart from each other, and inside', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const drawn = layeredGraph(nodes, some, LABEL);
        const all = rectangles(drawn);
        for (const [nth, one] of all.entries()) {
          for (const other of all.slice(nth + 1)) expect(overlap(one, other)).toBe(false);
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(-0.01);
          expect(one.x + one.width / 2).toBeLessThanOrEqual(drawn.width + 0.01);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(drawn.height + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('runs downwards where there is no circle, and every edge from its first node to its last', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const forwards = some.filter(({ from, to }) => from < to);
        const drawn = layeredGraph(nodes, forwards, LABEL);
        for (const [nth, { from, to }] of forwards.entries()) {
          const boxes = drawn.edges[nth]?.boxes ?? [];
          expect(drawn.edges[nth]?.isBack).toBe(false);
          expect([boxes[0]?.id, boxes.at(-1)?.id]).toEqual([from, to]);
          expect(boxes.map(({ y }) => y)).toEqual(boxes.map(({ y }) => y).sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('turns the lightest edge of a circle round, and draws an edge to itself beside its node', () => {
    const drawn = layeredGraph(
      nodes.slice(0, 2),
      [
        { from: 'b', to: 'a', weight: 1 },
        { from: 'a', to: 'b', weight: 5 },
        { from: 'a', to: 'a', weight: 2 },
      ],
      LABEL,
    );
    expect(drawn.edges.map(({ isBack }) => isBack)).toEqual([true, false, true]);
    expect(drawn.edges[0]?.boxes.map(({ id }) => id)).toEqual(['b', null, 'a']);
    expect(drawn.edges[2]?.boxes).toEqual([]);
  });

  it('of one chain is a straight line', () => {
    const chain = [
      { from: 'a', to: 'b', weight: 1 },
      { from: 'b', to: 'c', weight: 1 },
    ];
    const drawn = layeredGraph(nodes.slice(0, 3), chain, LABEL);
    const xs = [...drawn.nodes.values()].map(({ x }) => Math.round(x));
    expect(new Set(xs).size).toBe(1);
  });
});
