import { typesHref } from '#client/catalogue-href';
import { ButtonLink } from '#components/ui/button';
import { PageSection } from '#components/ui/document-page';
import type { SequencesAnswer, SequenceView } from '#wire';
import { FunnelTable } from './funnel-table.tsx';
import { MatchTable } from './match-table.tsx';
import { sequenceExportHref, sequenceHref } from './sequence-href.ts';

/** How many got how far, and who they are. */
export function SequenceResult({ view, answer }: { view: SequenceView; answer: SequencesAnswer }) {
  const { stages, matches, next } = answer;
  const starts = stages[0]?.starts ?? 0;
  return (
    <>
      <PageSection id="funnel" title="Funnel">
        <p className="mb-2 text-ink-2">{funnelWords(answer, view)}</p>
        {starts === 0 ? <NothingFound view={view} /> : <FunnelTable {...{ view, answer }} />}
      </PageSection>
      {starts === 0 ? null : (
        <PageSection
          id="matches"
          title={view.reached === null ? 'Matches' : `Ended after step ${view.reached}`}
          aside={
            <>
              <span className="flex-1" />
              {view.reached === null ? null : (
                <ButtonLink look="quiet" href={sequenceHref(view, { reached: null })}>
                  Show the matches
                </ButtonLink>
              )}
              {matches.length === 0 ? null : (
                <>
                  <a className={FILE} href={sequenceExportHref(view, 'ndjson')} download>
                    Export as NDJSON
                  </a>
                  <a className={FILE} href={sequenceExportHref(view, 'csv')} download>
                    Export as CSV
                  </a>
                </>
              )}
            </>
          }
        >
          {matches.length === 0 ? (
            <p className="text-ink-2">
              {view.reached === null
                ? 'No start went through all steps. The funnel says where they ended.'
                : 'No start ended there.'}
            </p>
          ) : (
            <>
              <MatchTable {...{ view, answer }} />
              <nav aria-label="Pages" className="mt-3 flex flex-wrap items-center gap-3">
                <p className="flex-1 text-ink-3">
                  {view.after === null ? (next === null ? 'All' : 'The first') : 'The next'}{' '}
                  {matches.length.toLocaleString('en')}, newest start first
                  {next === null ? '' : '; there are more'}.
                </p>
                {view.after === null ? null : <ButtonLink href={sequenceHref(view)}>First page</ButtonLink>}
                {next === null ? null : (
                  <ButtonLink rel="next" href={sequenceHref(view, { after: next })}>
                    Next page
                  </ButtonLink>
                )}
              </nav>
            </>
          )}
        </PageSection>
      )}
    </>
  );
}

/** A name that no event has is what leads here most often. */
function NothingFound({ view: { namespace, time } }: { view: SequenceView }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-ink-2">Names of event types are matched as they are written; capitals count.</p>
      <ButtonLink href={typesHref({ namespace, time, text: '', sort: 'events' })}>
        See the event types
      </ButtonLink>
    </div>
  );
}

const FILE =
  'inline-flex h-7 items-center rounded-md border border-line-2 bg-surface px-2 text-ink hover:bg-sunken print:hidden';

const PARTITIONS: Readonly<Record<SequencesAnswer['by'], readonly [one: string, many: string]>> = {
  entity: ['entity', 'entities'],
  actor: ['actor', 'actors'],
  correlation: ['conversation', 'conversations'],
};

/** What is counted, on which clock, and how far the log was searched. */
function funnelWords(
  { stages, by, axis, searchedTo, head }: SequencesAnswer,
  { time }: SequenceView,
): string {
  const [first] = stages;
  const last = stages.at(-1);
  const known = `${axis === 'recorded' ? 'On the recorded axis, as we knew it' : 'On the occurred axis, as it happened'}; ${
    time.asOf !== null && searchedTo === head
      ? 'of the events up to the moment of the page'
      : searchedTo === head
        ? `up to @${number(head)}, the newest event`
        : `up to @${number(searchedTo)} of @${number(head)}`
  }.`;
  if (first === undefined || last === undefined || first.starts === 0)
    return `No event matches the first step. ${known}`;
  const [one, many] = PARTITIONS[by];
  const whose = (count: number) => `${number(count)} ${count === 1 ? one : many}`;
  const times = first.starts === 1 ? 'once' : `${number(first.starts)} times`;
  const through =
    last.starts === 0 ? 'none of these' : `${number(last.starts)} of these, for ${whose(last.partitions)},`;
  return `The first step was met ${times}, for ${whose(first.partitions)}; ${through} went through all steps. ${known}`;
}

const number = (value: number | string): string => Number(value).toLocaleString('en');
