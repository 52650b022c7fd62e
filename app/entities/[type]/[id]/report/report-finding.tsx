import { asTimeWent, diffSentences } from '#client/diff-words';
import { countChanges, countsInWords, visibleChanges } from '#client/visible-changes';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportAnswer, ReportContent } from '#server';
import { type ChangeRow, latestRow } from '#wire/export';
import { absenceWords } from './absence-words.ts';
import { actorCounts } from './actor-counts.ts';
import { countText } from './count-text.ts';
import { DoneBy } from './done-by.tsx';
import { EventSentence } from './event-sentence.tsx';
import { ReportReturned } from './report-returned.tsx';
import { ReportSection } from './report-section.tsx';
import { valuesOf } from './report-state.tsx';
import { ReportWord } from './report-word.tsx';
import { PaperTime } from './report-zone.tsx';

/** What was found, in words, before anything about how it was asked for. */
export function ReportFinding({
  report: { at, absence, counts, scope, isBackwards },
  content,
  wording,
}: {
  report: Pick<ReportAnswer, 'at' | 'absence' | 'counts' | 'scope' | 'isBackwards'>;
  content: ReportContent;
  wording: Wording;
}) {
  const { leaves, differences, events, returned } = content;
  return (
    <ReportSection id="finding" title="Finding">
      <div className="flex flex-col gap-2 text-lg [overflow-wrap:anywhere]">
        {differences === null ? (
          <LastEvent {...{ at, events, wording }} />
        ) : (
          <Differences
            between={`event ${(scope.from?.version ?? 0).toLocaleString('en')} and event ${scope.to.version.toLocaleString('en')}`}
            differences={asTimeWent(differences, isBackwards)}
            wording={wording}
          />
        )}
        {returned === null ? null : (
          <ReportReturned
            returned={returned}
            differing={(differences ?? []).map(({ path }) => path)}
            wording={wording}
          />
        )}
        <p>
          {absenceWords({ at, absence }) ??
            `At event ${at.version.toLocaleString('en')} the state has ${countText(valuesOf(leaves).length, 'value')}.`}{' '}
          {countText(counts.events, 'event')} {counts.events === 1 ? 'is' : 'are'} listed
          <VisibleText text={byWhom(content)} />.
        </p>
      </div>
    </ReportSection>
  );
}

/** Of a single moment: what its event did. */
function LastEvent({
  at,
  events,
  wording,
}: Pick<ReportAnswer, 'at'> & Pick<ReportContent, 'events'> & { wording: Wording }) {
  const event = events.find(({ header }) => header.version === at.version);
  if (event === undefined)
    return at.version === 0 ? null : (
      <p>What event {at.version.toLocaleString('en')} itself did is left out by the filter.</p>
    );
  return (
    <>
      <EventSentence event={event} wording={wording} />
      <p className="text-ink-2 text-sm">
        Event {event.header.version.toLocaleString('en')}, recorded{' '}
        <PaperTime micros={event.header.recordedAt} />, occurred{' '}
        <PaperTime micros={event.header.occurredAt} />
      </p>
    </>
  );
}

function Differences({
  between,
  differences,
  wording,
}: {
  between: string;
  differences: readonly ChangeRow[];
  wording: Wording;
}) {
  if (differences.length === 0) return <p>The state is the same at {between}.</p>;
  const shown = visibleChanges(differences, latestRow);
  const { sentences, rest } = diffSentences(
    shown.map((row) => ({ ...row, ordinal: row.event.ordinal })),
    wording,
  );
  return (
    <>
      <p>
        Between {between}: {countsInWords(countChanges(shown))}.
      </p>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {sentences.map(({ ordinal, words }) => {
          const event = shown.find((row) => row.event.ordinal === ordinal)?.event;
          return (
            <li key={ordinal}>
              {words.map((word, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the words of one sentence never move
                <ReportWord key={place} word={word} />
              ))}
              {event === undefined ? null : <DoneBy event={event} />}
            </li>
          );
        })}
        {rest === 0 ? null : <li>{countText(rest, 'more field')}, each in the table of differences</li>}
      </ul>
    </>
  );
}

function byWhom({ events }: ReportContent): string {
  const words = actorCounts(events.map(({ header }) => header.actor));
  return words === '' ? '' : `: ${words}`;
}
