import { pageHref } from '#client/entity-href';
import { NOTES_ENTITY_TYPE } from '#core';
import { type AppTime, appTimeParams } from '#wire';
import { Link } from './link.tsx';

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
      here ({notes.events.toLocaleString('en')} {notes.events === 1 ? 'event' : 'events'} of their own).
    </span>
  );
}
