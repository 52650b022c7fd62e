import { typeHref } from '#client/catalogue-href';
import { Link } from '#components/ui/link';
import type { EventTypeDetailAnswer, TypeView } from '#wire';

/** Which schema version's payloads are shown; nothing where there is one. */
export function VersionSwitch({
  view,
  type,
}: {
  view: TypeView;
  type: Pick<EventTypeDetailAnswer, 'type' | 'versions' | 'shown'>;
}) {
  if (type.versions.length < 2) return null;
  return (
    <nav
      aria-label="Schema versions"
      className="flex flex-wrap overflow-hidden rounded-md border border-line-2"
    >
      {type.versions.map(({ schemaVersion, events }) => (
        <Link
          key={schemaVersion}
          href={typeHref(type.type, { ...view, schemaVersion })}
          scroll={false}
          aria-current={schemaVersion === type.shown ? 'page' : undefined}
          className="flex h-7 items-center border-line border-l px-2 text-ink-2 -outline-offset-2 first:border-l-0 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          Version {schemaVersion}
          <span className="ml-1.5 font-mono font-normal text-ink-3 text-sm">
            {events.toLocaleString('en')}
          </span>
        </Link>
      ))}
    </nav>
  );
}
