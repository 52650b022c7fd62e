/**
 * Which layer each node is in, and which edges have to run upwards because the graph goes in circles.
 *
 * First every node is reached from where nothing leads to, each time by the heaviest edge that leads on; then the others are taken in, the heaviest
 * first. One that would close a circle is turned round. A node stands right below the lowest of those in front of it.
 */
import type { GraphEdge, GraphNode } from './graph-parts.ts';

export interface Ranks {
  readonly ranks: ReadonlyMap<string, number>;
  /** Indexes of the edges that are turned round. */
  readonly reversed: ReadonlySet<number>;
}

export function rankNodes(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Ranks {
  const below = new Map(nodes.map(({ id }) => [id, new Set<string>()]));
  const reversed = new Set<number>();
  for (const index of inOrderOfReach(nodes, edges)) {
    const { from, to } = edges[index] ?? { from: '', to: '' };
    const closes = reaches(below, to, from);
    if (closes) reversed.add(index);
    const [upper, lower] = closes ? [to, from] : [from, to];
    below.get(upper)?.add(lower);
  }
  return { ranks: longestPaths(below), reversed };
}

/** Indexes of the edges between different nodes. */
function inOrderOfReach(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly number[] {
  const heaviest = [...edges.keys()]
    .filter((index) => edges[index]?.from !== edges[index]?.to)
    .sort((a, b) => (edges[b]?.weight ?? 0) - (edges[a]?.weight ?? 0) || a - b);
  const led = new Set(heaviest.map((index) => edges[index]?.to));
  const roots = nodes.filter(({ id }) => !led.has(id));
  const reached = new Set<string>();
  const first = new Set<number>();
  for (const root of [...roots, ...nodes]) {
    reached.add(root.id);
    for (let next = leadsOn(); next !== undefined; next = leadsOn()) {
      first.add(next);
      reached.add(edges[next]?.to ?? '');
    }
  }
  return [...first, ...heaviest.filter((index) => !first.has(index))];

  function leadsOn(): number | undefined {
    return heaviest.find((index) => {
      const edge = edges[index];
      return edge !== undefined && reached.has(edge.from) && !reached.has(edge.to);
    });
  }
}

function reaches(below: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    for (const next of below.get(at) ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
  }
  return false;
}

function longestPaths(below: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const above = new Map([...below.keys()].map((id) => [id, 0]));
  for (const lower of below.values()) for (const id of lower) above.set(id, (above.get(id) ?? 0) + 1);
  const ranks = new Map([...below.keys()].map((id) => [id, 0]));
  const ready = [...above].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (let at = ready.shift(); at !== undefined; at = ready.shift()) {
    for (const id of below.get(at) ?? []) {
      ranks.set(id, Math.max(ranks.get(id) ?? 0, (ranks.get(at) ?? 0) + 1));
      const left = (above.get(id) ?? 0) - 1;
      above.set(id, left);
      if (left === 0) ready.push(id);
    }
  }
  return ranks;
}
