import { pageHref } from '#client/entity-href';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { visibleString } from '#components/ui/visible-text';
import { appTimeParams, type EntitiesView } from '#wire';
import { entitiesHref, isNarrowed } from './entities-href.ts';

export function NothingFound({ view }: { view: EntitiesView }) {
  const { namespace, time } = view;
  const narrowed = isNarrowed(view);
  const then = time.asOf === null ? '' : ' then';
  return (
    <div className="border-line border-y bg-surface sm:rounded-md sm:border">
      <EmptyState title={narrowed ? `No entity matched${then}` : `No entity${then === '' ? ' yet' : then}`}>
        {narrowed ? (
          <p className="[overflow-wrap:anywhere]">
            No entity in this namespace {missingWords(view)}
            {then}.
          </p>
        ) : (
          <p>
            {then === ''
              ? 'Import a log, and its entities appear here.'
              : 'At that moment nothing had been recorded in this namespace, or all of it had been removed.'}
          </p>
        )}
        {narrowed ? (
          <ButtonLink href={entitiesHref(view, { query: '', type: '', idContains: '' })}>
            Show all entities
          </ButtonLink>
        ) : null}
        {then === '' ? null : (
          <ButtonLink href={entitiesHref(view, { time: { ...time, asOf: null } })}>Back to now</ButtonLink>
        )}
        {narrowed || then !== '' ? null : (
          <ButtonLink href={pageHref('/', namespace, appTimeParams(time))}>How to bring your own</ButtonLink>
        )}
      </EmptyState>
    </div>
  );
}

function missingWords({ type, idContains, query }: EntitiesView): string {
  const wanted = [
    type === '' ? null : `is of the type “${visibleString(type)}”`,
    idContains === '' ? null : `has an id that contains “${visibleString(idContains)}”`,
    query === '' ? null : `meets “${visibleString(query)}”`,
  ];
  return wanted.filter((words) => words !== null).join(' and ');
}
