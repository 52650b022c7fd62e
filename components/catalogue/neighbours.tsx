import { typicalTime } from '#client/catalogue/typical-time';
import { typeHref } from '#client/catalogue-href';
import { countedTime } from '#client/overview/counted-time';
import { Link } from '#components/ui/link';
import type { EventTypeDetailAnswer, TypeView } from '#wire';
import { type EventLabels, EventTypeName } from './event-type-name.tsx';

/** What stands right before or behind the events of a type, most often first. */
export function Neighbours({
  view,
  title,
  end,
  events,
  all,
  labels,
}: {
  view: TypeView;
  title: string;
  /** What it is called where there is no event: the beginning or the end of the stream. */
  end: string;
  events: EventTypeDetailAnswer['follows'];
  /** Events of the type. */
  all: number;
  labels: EventLabels;
}) {
  const shown = events.reduce((sum, one) => sum + one.events, 0);
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-ink-2 text-sm">{title}</h3>
      <ol className="divide-y divide-line border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        {events.map(({ type, events: times, median }) => (
          <li
            key={type ?? ''}
            className="relative grid grid-cols-[minmax(0,1fr)_72px_88px] items-center gap-x-3 px-4 py-1"
          >
            <span
              aria-hidden
              className="absolute inset-y-0 left-0 bg-sunken"
              style={{ width: `${(100 * times) / all}%` }}
            />
            <span className="relative min-w-0 [overflow-wrap:anywhere]">
              {type === null ? (
                <span className="text-ink-2">{end}</span>
              ) : (
                <Link
                  href={typeHref(type, { ...view, schemaVersion: null })}
                  className="inline-flex min-h-6 items-center underline decoration-line-2 underline-offset-2 hover:decoration-current"
                >
                  <EventTypeName type={type} labels={labels} />
                </Link>
              )}
            </span>
            <span className="relative text-right font-mono text-sm">{times.toLocaleString('en')}</span>
            <span className="relative text-right text-ink-2 text-sm">
              {median === null ? '' : typicalTime(median)}
            </span>
          </li>
        ))}
      </ol>
      {shown < all ? (
        <p className="mt-1 text-ink-3 text-sm">
          {(all - shown).toLocaleString('en')} more are not listed: of a rarer kind
          {countedTime(view.time).asOf === null ? '' : ', or beside an event that had not come by then'}.
        </p>
      ) : null}
    </div>
  );
}
