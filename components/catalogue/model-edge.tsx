import { typicalTime } from '#client/catalogue/typical-time';
import type { ModelStep } from '#client/model/drawn-model';
import { edgePath, loopPath } from '#client/model/edge-path';
import type { DrawnEdge } from '#client/model/layered-graph';
import { Link } from '#components/ui/link';
import { visibleString } from '#components/ui/visible-text';
import { type NameOf, stepLabel } from './model-words.ts';

/** One step, as thick as it was frequent: a link to where it happened. */
export function ModelEdge({
  step,
  edge,
  from,
  size,
  thick,
  href,
  isPicked,
  nameOf,
}: {
  step: ModelStep;
  edge: DrawnEdge;
  /** The node that it leaves, for a step back to itself. */
  from: { readonly x: number; readonly y: number; readonly width: number };
  /** Of its words. */
  size: { readonly width: number; readonly height: number };
  thick: number;
  href: string;
  isPicked: boolean;
  nameOf: NameOf;
}) {
  const { line, arrow } = edge.boxes.length === 0 ? loopPath(from, thick) : edgePath(edge, thick);
  const isEnd = step.before === null || step.after === null;
  const { x, y } = edge.label;
  const isLate = step.backwards === step.events;
  const time = step.median === null ? (isLate ? 'late' : null) : typicalTime(step.median);
  const colour = isPicked ? 'var(--ink)' : 'var(--t0)';
  return (
    <Link href={href} scroll={false} className="group outline-none" style={{ color: colour }}>
      <title>{visibleString(stepLabel(step, nameOf))}</title>
      <g className="group-hover:text-ink group-focus-visible:text-ink">
        <path d={line} fill="none" stroke="transparent" strokeWidth={14} />
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth={thick}
          strokeDasharray={isEnd ? '3 4' : undefined}
          strokeLinecap="butt"
        />
        <path d={arrow} fill="currentColor" />
        <rect
          x={x - size.width / 2 + 2}
          y={y - size.height / 2}
          width={size.width - 4}
          height={size.height}
          rx={4}
          className={`fill-bg group-focus-visible:stroke-2 group-focus-visible:stroke-now ${isPicked ? 'stroke-ink' : ''}`}
        />
        <text
          x={x}
          y={time === null ? y + 4 : y - 2}
          textAnchor="middle"
          fontSize={11}
          className="fill-ink font-mono"
        >
          {step.events.toLocaleString('en')}
        </text>
        {time === null ? null : (
          <text x={x} y={y + 11} textAnchor="middle" fontSize={11} className="fill-ink-2">
            {time}
          </text>
        )}
      </g>
    </Link>
  );
}
