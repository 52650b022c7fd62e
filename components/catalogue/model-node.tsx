import { Link } from '#components/ui/link';
import { TypeMark } from '#components/ui/type-mark';
import { visibleString } from '#components/ui/visible-text';
import type { EventModelAnswer } from '#wire';
import type { NameOf } from './model-words.ts';
import { cutToWidth, nameWidth } from './node-name.ts';

const HEIGHT = 44;
/** Beside the name: the mark in front of it, and the edges. */
const AROUND = 44;
const LEAST = 104;
const WIDEST_NAME = 230;

const shownName = (name: string): string => cutToWidth(visibleString(name), WIDEST_NAME);

/** Room for the name as it is drawn. */
export function nodeSize(name: string): { readonly width: number; readonly height: number } {
  return { width: Math.max(LEAST, AROUND + Math.ceil(nameWidth(shownName(name)))), height: HEIGHT };
}

/** A type of event, with how many there were: a link to them. */
export function ModelNode({
  type,
  at,
  slot,
  href,
  isPicked,
  nameOf,
}: {
  type: EventModelAnswer['types'][number];
  at: { readonly x: number; readonly y: number };
  slot: number;
  href: string;
  isPicked: boolean;
  nameOf: NameOf;
}) {
  const name = nameOf(type.type);
  const { width } = nodeSize(name);
  const events = `${type.events.toLocaleString('en')} ${type.events === 1 ? 'event' : 'events'}`;
  return (
    <Link href={href} scroll={false} className="group outline-none">
      <title>{`${visibleString(name)}: ${events}`}</title>
      <g transform={`translate(${at.x - width / 2} ${at.y - HEIGHT / 2})`}>
        <rect
          width={width}
          height={HEIGHT}
          rx={6}
          className={`fill-surface group-hover:stroke-ink group-focus-visible:stroke-2 group-focus-visible:stroke-now ${isPicked ? 'stroke-2 stroke-ink' : 'stroke-line-2'}`}
        />
        <g transform="translate(12 11)">
          <TypeMark slot={slot} />
        </g>
        <text x={30} y={20} className="fill-ink font-medium" fontSize={13}>
          {shownName(name)}
        </text>
        <text x={30} y={35} className="fill-ink-2 font-mono" fontSize={11}>
          {events}
        </text>
      </g>
    </Link>
  );
}
