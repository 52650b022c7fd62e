import { alongToEntity, entityHref } from '#client/entity-href';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import type { AppTime, EventDetail } from '#wire';

/** The other entities that the event is about. */
export function ConcernedEntities({
  namespace,
  time,
  links,
}: {
  namespace: string;
  time: AppTime;
  links: EventDetail['links'];
}) {
  return (
    <div className="px-4 pb-4">
      <h3 className="mb-2 font-semibold">Also concerns</h3>
      <ul className="flex flex-col gap-1.5">
        {links.map((link) => (
          <li
            key={JSON.stringify([link.entityType, link.entityId, link.role])}
            className="[overflow-wrap:anywhere]"
          >
            <span className="text-ink-3">
              <VisibleText
                text={link.role === '' ? link.entityType : `${link.role} · ${link.entityType}`}
              />{' '}
            </span>
            <Link
              href={entityHref({ namespace, type: link.entityType, id: link.entityId }, alongToEntity(time))}
              className="font-mono text-sm underline decoration-line-2 underline-offset-2 hover:decoration-current"
            >
              <VisibleText text={link.entityId === '' ? '(empty id)' : link.entityId} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
