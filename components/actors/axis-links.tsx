import Link from 'next/link';
import { type ActorView, actorPath } from '#wire';

const AXES = [
  { axis: 'recorded', words: 'As we knew it' },
  { axis: 'occurred', words: 'As it happened' },
] as const;

/** The clock that all of the page goes by. */
export function AxisLinks({ actor, view }: { actor: string; view: ActorView }) {
  return (
    <nav
      aria-label="Clock of the page"
      className="inline-flex h-7 overflow-hidden rounded-md border border-line-2 print:hidden"
    >
      {AXES.map(({ axis, words }) => (
        <Link
          key={axis}
          href={actorPath(actor, { ...view, axis, after: null })}
          aria-current={axis === view.axis ? 'page' : undefined}
          className="flex items-center border-line border-l px-2 text-ink-2 -outline-offset-2 first:border-l-0 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
