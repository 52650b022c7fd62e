import { SearchX } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import type { ParsedQuery } from '#core';
import { appTimeParams, type SearchView, writeSearchView } from '#wire';
import { WithoutButton } from './without-button.tsx';

/** So many ways out are offered. */
const MOST_TERMS = 6;

/** No event meets the query: what could be asked instead. */
export function ResultEmpty({
  view,
  read,
  onText,
}: {
  view: SearchView;
  /** What its text means. */
  read: ParsedQuery;
  onText(text: string): void;
}) {
  const { namespace, text } = view;
  const along = appTimeParams(view);
  const top = read.terms.filter(({ isTopLevel }) => isTopLevel);
  if (view.asOf !== null && read.query.kind === 'all')
    return (
      <EmptyState title="No event had come by then" icon={<SearchX size={24} />}>
        <p>No event of this namespace lies up to the moment that the app stands at.</p>
        <ButtonLink href={nowHref(view)}>Back to now</ButtonLink>
      </EmptyState>
    );
  if (read.query.kind === 'all')
    return (
      <EmptyState title="No event yet" icon={<SearchX size={24} />}>
        <p>This namespace holds no event. Import a log, and its events appear here.</p>
        <ButtonLink href={pageHref('/', namespace, along)}>How to bring your own</ButtonLink>
      </EmptyState>
    );
  return (
    <EmptyState title="No event is found" icon={<SearchX size={24} />}>
      <p>
        No event meets all of what is asked. Names are compared with their capitals. Take something away, or
        ask for more time.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {top.slice(0, MOST_TERMS).map(({ start, end }) => (
          <WithoutButton key={start} term={{ start, end }} {...{ text, onText }} />
        ))}
        <Button look="outlined" onClick={() => onText('')}>
          All events
        </Button>
        {view.asOf === null ? null : <ButtonLink href={nowHref(view)}>Look up to now</ButtonLink>}
      </div>
      <ButtonLink look="quiet" href={pageHref('/entities', namespace, along)}>
        Look through the entities
      </ButtonLink>
    </EmptyState>
  );
}

/** The same question at now; a row has its place in the list of one moment. */
const nowHref = (view: SearchView): string =>
  `/events?${writeSearchView({ ...view, asOf: null, row: null })}`;
