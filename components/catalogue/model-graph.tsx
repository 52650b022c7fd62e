'use client';

import { useMemo } from 'react';
import { modelHref } from '#client/catalogue-href';
import type { DrawnModel } from '#client/model/drawn-model';
import type { GraphNode } from '#client/model/graph-parts';
import { layeredGraph } from '#client/model/layered-graph';
import { categoriesOf } from '#client/playhead-categories';
import type { ModelView } from '#wire';
import { ModelEdge } from './model-edge.tsx';
import { ModelEnd } from './model-end.tsx';
import { ModelNode, nodeSize } from './model-node.tsx';
import { isPicked, type NameOf, pickOf } from './model-words.ts';

const LABEL = { width: 64, height: 32 };
const END = { width: 44, height: 44 };
const idOf = (type: string | null, end: 'start' | 'end'): string => (type === null ? end : `type ${type}`);

/** The steps of an event model as a drawing, from the beginning of the streams down to their ends. */
export function ModelGraph({
  view,
  model,
  streams,
  nameOf,
}: {
  view: ModelView;
  model: DrawnModel;
  streams: number;
  nameOf: NameOf;
}) {
  const drawn = useMemo(() => drawnOf(model, nameOf), [model, nameOf]);
  const { slotOf } = categoriesOf(model.types.map(({ type, events }) => ({ name: type, count: events })));
  const most = Math.max(1, ...model.steps.map(({ events }) => events));
  const to = (picked: ModelView['picked']): string => modelHref({ ...view, picked, after: null });
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it holds links, each with a name of its own, in a section that has one
    <svg
      width={drawn.width}
      height={drawn.height}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      className="mx-auto block"
    >
      {model.steps.map((step, nth) => {
        const edge = drawn.edges[nth];
        const node = drawn.nodes.get(idOf(step.before, 'start'));
        return edge === undefined || node === undefined ? null : (
          <ModelEdge
            key={JSON.stringify([step.before, step.after])}
            step={step}
            edge={edge}
            from={{ ...node, ...nodeSize(nameOf(step.before ?? '')) }}
            size={LABEL}
            thick={thicknessOf(step, most)}
            href={to(pickOf(step))}
            isPicked={isPicked(view.picked, step)}
            nameOf={nameOf}
          />
        );
      })}
      {model.types.map((type, index) => {
        const at = drawn.nodes.get(idOf(type.type, 'start'));
        return at === undefined ? null : (
          <ModelNode
            key={type.type}
            type={type}
            at={at}
            slot={slotOf[index] ?? 0}
            href={to({ event: type.type })}
            isPicked={view.picked !== null && 'event' in view.picked && view.picked.event === type.type}
            nameOf={nameOf}
          />
        );
      })}
      {(['start', 'end'] as const).map((end) => {
        const at = drawn.nodes.get(end);
        return at === undefined ? null : <ModelEnd key={end} end={end} at={at} streams={streams} />;
      })}
    </svg>
  );
}

/** Where streams begin and end is not what is compared. */
function thicknessOf({ before, after, events }: DrawnModel['steps'][number], most: number): number {
  const thick = 1 + 3.5 * Math.sqrt(events / most);
  return before === null || after === null ? Math.min(thick, 2) : thick;
}

function drawnOf({ steps, types }: DrawnModel, nameOf: NameOf) {
  const ends = (['start', 'end'] as const).filter((end) =>
    steps.some(({ before, after }) => (end === 'start' ? before : after) === null),
  );
  const nodes: GraphNode[] = [
    ...ends.map((id) => ({ id, ...END })),
    ...types.map(({ type }) => ({ id: idOf(type, 'start'), ...nodeSize(nameOf(type)) })),
  ];
  const edges = steps.map(({ before, after, events }) => ({
    from: idOf(before, 'start'),
    to: idOf(after, 'end'),
    weight: events,
  }));
  return layeredGraph(nodes, edges, LABEL);
}
