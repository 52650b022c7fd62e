import type { EntityName } from '#client/entity-href';
import { entityWords, notedEntity } from '#client/notes/noted-entity';
import { humanisedType } from '#client/wording/labels';
import { useWording } from '#client/wording/use-wording';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** Which entity this is, and how long its story. */
export function EntityTitle({ entity: { type, id }, events }: { entity: EntityName; events: number }) {
  const wording = useWording();
  // For people it is the entity that is noted; for developers, what the stream of its notes is called.
  const noted = wording.face === 'auditor' ? notedEntity({ type, id }) : null;
  const name = noted ?? { type, id };
  return (
    <div className="flex min-w-0 flex-1 basis-28 items-baseline gap-2">
      <h1
        className="flex min-w-0 whitespace-pre"
        title={noted === null ? visibleString(`${type} / ${id}`) : visibleString(entityWords({ type, id }))}
      >
        {/* Where both have no room, the id says more. */}
        <span className="min-w-0 shrink-[1000000] truncate text-ink-2">
          {noted === null ? null : 'Notes on '}
          <VisibleText text={noted === null ? wording.typeOf(type) : humanisedType(noted.type)} />
        </span>
        <span className="px-1.5 text-ink-3">/</span>
        <b className="min-w-0 truncate font-medium font-mono">
          {name.id === '' ? '(empty id)' : <VisibleText text={name.id} />}
        </b>
      </h1>
      <span className="shrink-0 whitespace-nowrap text-ink-3 max-2xl:sr-only">
        {events.toLocaleString('en')} {events === 1 ? 'event' : 'events'}
      </span>
    </div>
  );
}
