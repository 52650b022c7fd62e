'use client';

import { useMemo } from 'react';
import { dayText } from '#client/instant-text';
import { behindWords } from '#client/overview/behind-words';
import { type Calendar, type CalendarDay, calendarOf, LEVELS } from '#client/overview/calendar-weeks';
import { type CountedOn, eventsHrefWithin } from '#client/overview/events-href';
import { daysWalk } from '#client/overview/walk';
import { eventsWords } from '#client/search/bar-words';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import type { OverviewAnswer } from '#wire';
import styles from './calendar.module.css';
import { useWalk } from './use-walk.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Fewer days are told apart by the bars. */
const FEWEST_WEEKS = 3;

/** How much changed on each day of a year: a grid that is walked with the arrows, in which each day leads to its events. */
export function DayCalendar({ overview, on }: { overview: OverviewAnswer; on: CountedOn }) {
  const calendar = useMemo(() => calendarOf(overview), [overview]);
  if (calendar === null || calendar.weeks.length < FEWEST_WEEKS) return null;
  const { weeks, earlier, clock } = calendar;
  return (
    <PageSection
      id="days"
      title="Day by day"
      aside={
        <span className="text-ink-3">
          by how many fields changed, days of {clock.replaceAll('_', ' ')}
          {earlier === null ? null : (
            <>
              ; the last {weeks.length} weeks,{' '}
              <Link
                href={eventsHrefWithin(on, overview.q, earlier.times)}
                className="underline decoration-line-2 underline-offset-2 hover:decoration-current"
              >
                {eventsWords(earlier.events)}
              </Link>{' '}
              {earlier.events === 1 ? 'lies' : 'lie'} before
            </>
          )}
        </span>
      }
    >
      <div className="border-line border-y bg-surface px-4 py-3 max-sm:-mx-4 sm:rounded-md sm:border">
        <Days calendar={calendar} q={overview.q} on={on} />
        <div className="mt-1 flex flex-wrap items-center justify-end gap-x-4 text-ink-3 text-xs">
          <Unknown {...overview.readModels} />
          <Scale />
        </div>
      </div>
    </PageSection>
  );
}

function Days({ calendar: { weeks }, q, on }: { calendar: Calendar; q: string; on: CountedOn }) {
  const walk = useMemo(() => daysWalk(weeks), [weeks]);
  const { grid, stop } = useWalk(walk);
  return (
    // Where it does not fit, the newest days are seen first, as in a text that begins at the right.
    <div dir="rtl" className="overflow-x-auto pb-1">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of links that is walked with the arrows is a grid
        role="grid"
        aria-labelledby="days"
        dir="ltr"
        className="mr-auto ml-0 border-separate border-spacing-0"
        {...grid}
      >
        <thead>
          <tr>
            <td className="w-10" />
            {weeks.map((week, nth) => (
              <td key={keyOf(week)} className="relative h-4 w-6 p-0 text-ink-3 text-xs">
                <span aria-hidden className="absolute top-0 left-0.5 whitespace-nowrap">
                  {monthLabel(weeks, nth)}
                </span>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((name, weekday) => (
            <tr key={name}>
              <th
                scope="row"
                className="sticky left-0 z-10 bg-surface pr-2 text-left font-normal text-ink-3 text-xs"
              >
                <span className={weekday % 2 === 0 ? '' : 'sr-only'}>
                  {name.slice(0, 3)}
                  <span className="sr-only">{name.slice(3)}</span>
                </span>
              </th>
              {weeks.map((week) => (
                <DayCell key={keyOf(week)} day={week[weekday] ?? null} {...{ q, on, stop }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const keyOf = (week: readonly (CalendarDay | null)[]): string =>
  String(week.find((one) => one !== null)?.day ?? '');

function DayCell({
  day,
  q,
  on,
  stop,
}: {
  day: CalendarDay | null;
  q: string;
  on: CountedOn;
  stop: ReturnType<typeof useWalk>['stop'];
}) {
  if (day === null) return <td className="size-6 p-0" />;
  const words = `${dayText(microsOfDay(day.day))}: ${fieldsWords(day.fields)}, ${eventsWords(day.events)}`;
  return (
    <td className="size-6 p-0">
      <Link
        href={eventsHrefWithin(on, q, day.times)}
        {...stop(String(day.day))}
        aria-label={words}
        title={words}
        className="flex size-6 items-center justify-center rounded-sm outline-offset-[-1px]"
      >
        <span className={styles.day} data-level={day.level} data-quiet={day.level === 0 && day.events > 0} />
      </Link>
    </td>
  );
}

/** As a day that UTC has as well. */
const microsOfDay = (day: number): bigint => BigInt(day) * 86_400_000_000n;

function fieldsWords(fields: number): string {
  if (fields === 0) return 'no field changed';
  return `${fields.toLocaleString('en')} ${fields === 1 ? 'field' : 'fields'} changed`;
}

/** At its first week; one that gives way to the next at once has no room. */
function monthLabel(weeks: Calendar['weeks'], nth: number): string {
  const own = monthOf(weeks[nth]);
  const hasRoom = own === monthOf(weeks[nth + 1]) || nth === weeks.length - 1;
  return own === monthOf(weeks[nth - 1]) || !hasRoom ? '' : own;
}

function monthOf(week: readonly (CalendarDay | null)[] = []): string {
  const day = week.find((one) => one !== null) ?? null;
  return day === null ? '' : MONTH.format(Number(microsOfDay(day.day) / 1000n));
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** Their days get darker yet. */
function Unknown({ head, changedTo }: OverviewAnswer['readModels']) {
  const behind = behindWords(head, changedTo);
  return behind === null ? null : <p className="mr-auto">What changed is known of all but {behind}.</p>;
}

function Scale() {
  return (
    <p aria-hidden className="flex items-center gap-1">
      Fewer
      {Array.from({ length: LEVELS + 1 }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of the scale never move
        <span key={level} className={styles.day} data-level={level} />
      ))}
      More fields
    </p>
  );
}
