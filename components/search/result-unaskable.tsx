import { TriangleAlert } from 'lucide-react';
import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { type ParsedQuery, type Span, termsOf } from '#core';
import { appTimeParams, type SearchView } from '#wire';
import { WithoutButton } from './without-button.tsx';

/** The query reads, but events cannot be asked one of its terms (CS-152), which the bar says: where that can be asked, and the rest of it. */
export function Unaskable({
  view,
  read,
  term,
  onText,
}: {
  view: SearchView;
  /** What the text of the view means. */
  read: ParsedQuery;
  /** The one that was refused. */
  term: Span;
  onText(text: string): void;
}) {
  const { namespace, text } = view;
  const states = statesIn(text, read, term);
  return (
    <EmptyState title="Events cannot be asked this" icon={<TriangleAlert size={24} />}>
      <p>{states === null ? 'Ask for the rest of it.' : 'Ask the entities, or for the rest of it.'}</p>
      <div className="flex flex-wrap justify-center gap-2">
        {states === null ? null : (
          <ButtonLink href={pageHref('/entities', namespace, { q: states, ...appTimeParams(view) })}>
            Look among the entities
          </ButtonLink>
        )}
        <WithoutButton {...{ text, term, onText }} />
      </div>
    </EmptyState>
  );
}

/** What of the query asks for states, as entities are asked it; null: it is something else that was refused. */
export function statesIn(text: string, { terms }: ParsedQuery, refused: Span): string | null {
  const ofStates = terms.filter(({ clause }) => termsOf(clause).every(({ kind }) => kind === 'state'));
  if (!ofStates.some(({ start }) => start === refused.start)) return null;
  const isAlone = ofStates.some(({ start, isTopLevel }) => start === refused.start && !isTopLevel);
  const asked = isAlone ? [refused] : ofStates.filter(({ isTopLevel }) => isTopLevel);
  return asked.map(({ start, end }) => text.slice(start, end)).join(' ');
}
