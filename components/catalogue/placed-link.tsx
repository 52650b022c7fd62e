import { alongToEvent, entityHref } from '#client/entity-href';
import { Link } from '#components/ui/link';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText } from '#components/ui/visible-text';
import type { AppTime, EventTypeDetailAnswer } from '#wire';

export type Mentioned = EventTypeDetailAnswer['mentioned'][number];

/** An event as a link to the exact moment of its entity. */
export function PlacedLink({
  namespace,
  time,
  event,
}: {
  namespace: string;
  time: AppTime;
  event: Pick<Mentioned, 'entityType' | 'entityId' | 'version'>;
}) {
  const { entityType, entityId, version } = event;
  return (
    <Link
      href={entityHref(
        { namespace, type: entityType, id: entityId },
        { at: String(version), ...alongToEvent(time) },
      )}
      className="inline-block py-0.5 underline decoration-line-2 underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
    >
      <VisibleText text={entityType} />{' '}
      <span className="font-mono text-sm">
        <VisibleId id={entityId} /> #{version}
      </span>
    </Link>
  );
}
