import { Download, X } from 'lucide-react';
import { ButtonLink } from '#components/ui/button';
import { PageSection } from '#components/ui/document-page';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import { BECAME, type CompareView } from '#wire';
import { BECAME_LOOKS } from './became-words.tsx';
import { comparedFileHref, compareHref } from './compare-href.ts';
import { type ShownComparison, totalOf } from './comparison.ts';
import { countText } from './count-words.ts';
import { DifferenceList } from './difference-list.tsx';

/** The entities that differ: which of them, each of them, and all of them as a file. */
export function Differences({ view, found }: { view: CompareView; found: ShownComparison }) {
  return (
    <PageSection
      id="entities"
      title="Entities"
      aside={
        <>
          <StatusFilter view={view} found={found} />
          {view.entityType === null ? null : (
            <Link
              href={`${compareHref(view, { entityType: null })}#entities`}
              className="inline-flex h-7 max-w-60 items-center gap-1.5 rounded-md bg-sunken px-2 hover:text-ink"
            >
              <span className="truncate">
                only <VisibleText text={view.entityType} />
                <span className="sr-only">: show every type</span>
              </span>
              <X aria-hidden size={12} className="shrink-0" />
            </Link>
          )}
          <span className="flex-1" />
          <Files view={view} />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DifferenceList view={view} entities={found.entities} />
        <Pages view={view} found={found} />
      </div>
    </PageSection>
  );
}

/** All, or those of which one thing became, with how many of each there are of the types that are listed. */
function StatusFilter({ view, found }: { view: CompareView; found: ShownComparison }) {
  const { entityType } = view;
  const counts = totalOf(found.types.filter((type) => entityType === null || type.entityType === entityType));
  const all = counts.appeared + counts.vanished + counts.changed;
  const choices = [
    { became: null, word: 'All', count: all },
    ...BECAME.map((became) => ({ became, word: BECAME_LOOKS[became].word, count: counts[became] })),
  ];
  return (
    <nav
      aria-label="What became of them"
      className="inline-flex h-7 overflow-hidden rounded-md border border-line-2"
    >
      {choices.map(({ became, word, count }) => (
        <Link
          key={word}
          href={`${compareHref(view, { became })}#entities`}
          aria-current={view.became === became ? 'page' : undefined}
          className="flex items-center gap-1.5 border-line border-l px-2 text-ink-2 -outline-offset-2 first:border-l-0 hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {word} <span className="font-mono text-ink-3 text-sm max-sm:sr-only">{countText(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

const FORMATS = [
  { format: 'csv', words: 'CSV' },
  { format: 'ndjson', words: 'NDJSON' },
] as const;

/** The whole list, whatever is filtered here: a file is read without this page. */
function Files({ view }: { view: CompareView }) {
  return (
    <span className="inline-flex items-center gap-1 print:hidden">
      <Download aria-hidden size={14} className="text-ink-3" />
      <span className="pr-1 text-ink-3">All that differ, as</span>
      {FORMATS.map(({ format, words }) => (
        <a
          key={format}
          href={comparedFileHref(view, format)}
          download
          className="flex h-7 items-center rounded-md border border-line-2 bg-surface px-2 hover:bg-sunken"
        >
          {words}
        </a>
      ))}
    </span>
  );
}

/** How many are shown, and the way on. Pages go by key, so a list that grows meanwhile neither skips nor repeats. */
function Pages({ view, found }: { view: CompareView; found: ShownComparison }) {
  const { entities, listed, next } = found;
  if (entities.length === 0) return null;
  const isAll = entities.length === listed;
  const which = view.after === null ? (isAll ? 'All' : 'The first') : next === null ? 'The last' : 'The next';
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      <p className="flex-1 text-ink-3">
        {which} {countText(entities.length)}
        {isAll ? '' : ` of ${countText(listed)}`}, in the order of types and ids.
      </p>
      {view.after === null ? null : (
        <ButtonLink href={`${compareHref(view)}#entities`}>First page</ButtonLink>
      )}
      {next === null ? null : (
        <ButtonLink rel="next" href={`${compareHref(view, { after: next })}#entities`}>
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
