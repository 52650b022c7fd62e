import { PageSection } from '#components/ui/document-page';
import { visibleString } from '#components/ui/visible-text';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** How much of the ink a cell has: nothing, then a fifth of the most and more. */
const SHADES = [0, 10, 24, 40, 58, 78];
/** Hours that are named over their columns. */
const NAMED = 3;

/** At which hours of which weekdays the actor was at work: shades for the eye, and every number for those who hear it. */
export function HoursTable({
  hours,
  zone,
}: {
  hours: readonly (readonly number[])[];
  /** On whose clock they are. */
  zone: string;
}) {
  const most = Math.max(1, ...hours.flat());
  return (
    <PageSection
      id="hours"
      title="Hours of the week"
      aside={<span className="text-ink-3">on the clock of {visibleString(zone)}</span>}
    >
      <div className="border-line border-y bg-surface px-4 py-3 max-sm:-mx-4 sm:rounded-md sm:border">
        <table
          aria-label="Events by weekday and hour"
          className="w-full table-fixed border-separate border-spacing-px"
        >
          <thead>
            <tr className="text-left text-ink-3 text-xs">
              <td className="w-9" />
              {Array.from({ length: 24 }, (_, hour) => hour).map((hour) => (
                <th key={hour} scope="col" className="h-5 whitespace-nowrap font-normal">
                  <span className={hour % NAMED === 0 ? 'block w-0' : 'sr-only'}>
                    {String(hour).padStart(2, '0')}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day, place) => (
              <tr key={day}>
                <th scope="row" className="text-left font-normal text-ink-2 text-xs">
                  <span aria-hidden>{day.slice(0, 3)}</span>
                  <span className="sr-only">{day}</span>
                </th>
                {(hours[place] ?? []).map((events, hour) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the hour is what the cell is
                  <HourCell key={hour} day={day} hour={hour} events={events} most={most} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p aria-hidden className="mt-2 flex items-center gap-1 text-ink-3 text-xs">
          <span className="pr-1">none</span>
          {SHADES.map((share) => (
            <span
              key={share}
              className="block size-3 rounded-[2px] forced-color-adjust-none"
              style={{ background: inkOf(share) }}
            />
          ))}
          <span className="pl-1">{most.toLocaleString('en')} in an hour</span>
        </p>
      </div>
    </PageSection>
  );
}

function HourCell({ day, hour, events, most }: { day: string; hour: number; events: number; most: number }) {
  const share = SHADES[Math.ceil((events / most) * (SHADES.length - 1))] ?? 0;
  const words = `${day}, ${String(hour).padStart(2, '0')}:00 to ${String(hour + 1).padStart(2, '0')}:00: ${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'}`;
  return (
    <td
      title={words}
      className="relative h-6 rounded-[2px] p-0 forced-color-adjust-none"
      style={{ background: inkOf(share) }}
    >
      <span className="sr-only">{events.toLocaleString('en')}</span>
    </td>
  );
}

const inkOf = (share: number): string =>
  share === 0 ? 'var(--sunken)' : `color-mix(in srgb, var(--ink) ${share}%, var(--surface))`;
