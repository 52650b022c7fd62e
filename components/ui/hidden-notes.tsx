import { pageHref } from '#client/entity-href';
import { eventsHref } from '#client/overview/events-href';
import { NOTES_ENTITY_TYPE, termText } from '#core';
import { type AppTime, appTimeParams } from '#wire';
import { Link } from './link.tsx';

const OF_NOTES = termText({
  kind: 'name',
  field: 'entityType',
  pattern: { pieces: [NOTES_ENTITY_TYPE] },
});

/** What lists and counts of entities leave out, where there is any. */
export function HiddenNotes({
  namespace,
  time,
  notes,
}: {
  namespace: string;
  time: AppTime;
  notes: { readonly entities: number; readonly events: number };
}) {
  if (notes.entities === 0) return null;
  return (
    <span className="text-ink-3">
      {' '}
      <Link
        href={pageHref('/entities', namespace, { type: NOTES_ENTITY_TYPE, ...appTimeParams(time) })}
        className="underline decoration-line-2 underline-offset-2 hover:decoration-ink"
      >
        Notes
      </Link>{' '}
      on {notes.entities.toLocaleString('en')} {notes.entities === 1 ? 'entity' : 'entities'} are not counted
      here (
      <Link
        href={eventsHref({ namespace, time }, OF_NOTES)}
        className="underline decoration-line-2 underline-offset-2 hover:decoration-ink"
      >
        {notes.events.toLocaleString('en')} {notes.events === 1 ? 'event' : 'events'}
      </Link>{' '}
      of their own).
    </span>
  );
}
