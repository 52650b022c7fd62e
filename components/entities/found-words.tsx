import { Link } from '#components/ui/link';
import { NOTES_ENTITY_TYPE } from '#core';
import type { EntitiesView } from '#wire';
import { entitiesHref, isNarrowed } from './entities-href.ts';

const LINK = 'underline decoration-line-2 underline-offset-2 hover:decoration-ink';

/** How many there are, what is not shown of them, and how far what is said of their state reaches. */
export function FoundWords({
  view,
  answer,
  head,
  entities,
}: {
  view: EntitiesView;
  answer: {
    readonly found: { readonly changedTo: bigint };
    /** Without those that had been removed, and with them; null: not counted. */
    readonly present: number | null;
    readonly all: number | null;
  };
  /** The newest position of the log. */
  head: bigint;
  /** How many there are now in this namespace, whatever the query says. */
  entities: number;
}) {
  const { present, all, found } = answer;
  const usesState = view.query !== '' || view.columns.length > 0;
  return (
    <>
      {present === null || all === null ? (
        'They could not be counted in time.'
      ) : (
        <CountWords view={view} present={present} all={all} entities={entities} />
      )}
      {usesState && found.changedTo < head ? (
        <>
          {' '}
          <strong className="font-medium">
            State as far as event @{found.changedTo.toLocaleString('en')} of @{head.toLocaleString('en')}.
          </strong>
        </>
      ) : null}
    </>
  );
}

function CountWords({
  view,
  present,
  all,
  entities,
}: {
  view: EntitiesView;
  present: number;
  all: number;
  entities: number;
}) {
  const { withRemoved } = view;
  const isThen = view.time.asOf !== null;
  const removed = all - present;
  const shown = withRemoved ? all : present;
  const what =
    view.type === NOTES_ENTITY_TYPE
      ? `Notes on ${shown.toLocaleString('en')} of ${entities.toLocaleString('en')} entities`
      : `${shown.toLocaleString('en')} ${shown === 1 ? 'entity' : 'entities'}${matchWords(view)}`;
  if (removed === 0) return `${what}.`;
  const gone = removed.toLocaleString('en');
  return withRemoved ? (
    <>
      {what}, {gone} of them removed.{' '}
      <Link href={entitiesHref(view, { withRemoved: false })} className={LINK}>
        Hide the removed
      </Link>
      .
    </>
  ) : (
    <>
      {what}; {gone} {isThen ? 'had' : removed === 1 ? 'has' : 'have'} been removed and{' '}
      {removed === 1 ? 'is' : 'are'} not shown.{' '}
      <Link href={entitiesHref(view, { withRemoved: true })} className={LINK}>
        Show {removed === 1 ? 'it' : 'them'}
      </Link>
      .
    </>
  );
}

function matchWords(view: EntitiesView): string {
  const then = view.time.asOf === null ? '' : ' then';
  return isNarrowed(view) ? ` found${then === '' ? '' : ' as of then'}` : then;
}
