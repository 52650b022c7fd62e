import { UserX } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { type ActorView, actorPath, appTimeParams, DEFAULT_SEARCH_VIEW, writeSearchView } from '#wire';

/** No event names this actor, or none had by then. */
export function Nobody({ actor, view }: { actor: string; view: ActorView }) {
  const { namespace, asOf, axis, zone } = view;
  if (asOf !== null)
    return (
      <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
        <EmptyState title="No event by this actor up to then" icon={<UserX size={24} />}>
          <p>No event in this namespace names this actor up to the moment that the app stands at.</p>
          <ButtonLink href={actorPath(actor, { ...view, asOf: null, after: null })}>
            Look up to now
          </ButtonLink>
        </EmptyState>
      </div>
    );
  const noActor = writeSearchView({
    ...DEFAULT_SEARCH_VIEW,
    namespace,
    text: '-actor:*',
    axis,
    sort: axis,
    zone,
  });
  return (
    <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      <EmptyState title="No event by this actor" icon={<UserX size={24} />}>
        <p>
          No event in this namespace names this actor. Names are compared with their capitals. Notes of
          readers are not counted; <code>type:$*</code> finds them.
        </p>
        <ButtonLink href={pageHref('/events', namespace, appTimeParams(view))}>
          Look through the events
        </ButtonLink>
        <ButtonLink look="quiet" href={`/events?${noActor}`}>
          Events without an actor
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
