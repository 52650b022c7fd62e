import { Equal } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { appTimeParams, type CompareView } from '#wire';
import { compareHref } from './compare-href.ts';
import type { QuickRange } from './quick-ranges.tsx';

/** Both moments have the same states, or the namespace has none at all: what can be done. */
export function NothingDiffers({
  view,
  ranges,
}: {
  view: CompareView;
  /** Empty: the namespace holds no event, or held none at the moment of the app. */
  ranges: readonly QuickRange[];
}) {
  const longest = ranges.at(-1);
  return (
    <div className="border-line border-y bg-surface max-sm:-mx-4 sm:rounded-md sm:border">
      {longest === undefined && view.asOf !== null ? (
        <EmptyState title="Nothing to compare up to then" icon={<Equal size={24} />}>
          <p>No event of this namespace was recorded up to the moment that the app stands at.</p>
          <ButtonLink href={compareHref(view, { to: view.to === view.asOf ? null : view.to, asOf: null })}>
            Compare up to now
          </ButtonLink>
        </EmptyState>
      ) : longest === undefined ? (
        <EmptyState title="Nothing to compare yet" icon={<Equal size={24} />}>
          <p>This namespace holds no event. Import a log, and any two moments of it can be compared.</p>
          <ButtonLink href={pageHref('/', view.namespace, appTimeParams(view))}>
            How to bring your own
          </ButtonLink>
        </EmptyState>
      ) : (
        <EmptyState title="Nothing differs" icon={<Equal size={24} />}>
          <p>
            Every entity is at both moments what it is at the other. Events may have come between, and changed
            nothing or taken it back. Move one of the moments further away.
          </p>
          <ButtonLink
            href={compareHref(view, { from: longest.from, to: view.asOf, became: null, entityType: null })}
          >
            {longest.words}
          </ButtonLink>
          <ButtonLink look="quiet" href={pageHref('/events', view.namespace, appTimeParams(view))}>
            Look through the events
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
