import { Equal } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { CompareView } from '#wire';
import { compareHref } from './compare-href.ts';
import type { QuickRange } from './quick-ranges.tsx';

/** Both moments have the same states, or the namespace has none at all: what can be done. */
export function NothingDiffers({
  view,
  ranges,
}: {
  view: CompareView;
  /** Empty: the namespace holds no event. */
  ranges: readonly QuickRange[];
}) {
  const longest = ranges.at(-1);
  return (
    <div className="border-line border-y bg-surface sm:rounded-md sm:border">
      {longest === undefined ? (
        <EmptyState title="Nothing to compare yet" icon={<Equal size={24} />}>
          <p>This namespace holds no event. Import a log, and any two moments of it can be compared.</p>
          <ButtonLink href={pageHref('/', view.namespace)}>How to bring your own</ButtonLink>
        </EmptyState>
      ) : (
        <EmptyState title="Nothing differs" icon={<Equal size={24} />}>
          <p>
            Every entity is at both moments what it is at the other. Events may have come between, and changed
            nothing or taken it back. Move one of the moments further away.
          </p>
          <ButtonLink
            href={compareHref(view, { from: longest.from, to: null, became: null, entityType: null })}
          >
            {longest.words}
          </ButtonLink>
          <ButtonLink look="quiet" href={pageHref('/events', view.namespace)}>
            Look through the events
          </ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}
