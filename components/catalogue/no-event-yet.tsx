import type { ReactNode } from 'react';
import { pageHref } from '#client/entity-href';
import { countedTime } from '#client/overview/counted-time';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { appTimeParams, type TypesView } from '#wire';

/** Nothing to show: there is no event at all, which the words inside say, or none had come by the moment that the app stands at. */
export function NoEventYet({
  view,
  nowHref,
  children,
}: {
  view: Pick<TypesView, 'namespace' | 'time'>;
  /** The same page as it is now. */
  nowHref: string;
  children: ReactNode;
}) {
  if (countedTime(view.time).asOf !== null)
    return (
      <EmptyState title="No event had come by then">
        <p>No event of this namespace is counted up to the moment that the app stands at.</p>
        <ButtonLink href={nowHref}>Back to now</ButtonLink>
      </EmptyState>
    );
  return (
    <EmptyState title="No event yet">
      <p>{children}</p>
      <ButtonLink href={pageHref('/', view.namespace, appTimeParams(view.time))}>To the overview</ButtonLink>
    </EmptyState>
  );
}
