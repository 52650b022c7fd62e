import type { PageTime } from '#client/page-time';
import { useShownZone } from '#client/zone';
import { TimeChoices } from './time-choices.tsx';
import { TimeForm } from './time-form.tsx';

/** What is opened where the moment is to be another: its field, its axis and zone, and moments that are often meant. */
export function TimePanel({ page, onGo }: { page: PageTime; onGo(href: string): void }) {
  const zone = useShownZone(page.time.zone);
  return (
    <>
      <TimeForm key={JSON.stringify([page.time, page.refused])} page={page} onGo={onGo} />
      <TimeChoices page={page} zone={zone} onGo={onGo} />
    </>
  );
}
