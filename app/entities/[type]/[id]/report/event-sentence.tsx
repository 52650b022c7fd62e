import { carriedWords } from '#client/carried-words';
import { sentenceOf } from '#client/sentence';
import type { Wording } from '#client/wording/wording';
import { CarriedFields } from '#components/events/carried-fields';
import type { ReportedEvent } from '#server';
import { ReportWord } from './report-word.tsx';

export { MOST_FIELDS } from '#client/sentence';

/** What an event did, in words and whole: paper has no tooltip that would show the rest of a value. */
export function EventSentence({
  event: { header, changes, existed, carried },
  wording,
}: {
  event: ReportedEvent;
  wording: Wording;
}) {
  const parts = sentenceOf({ event: header, changes, existed }, wording);
  return (
    <p>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
        <ReportWord key={place} word={part} />
      ))}
      {carried.length === 0 ? null : (
        <span className="text-ink-2">
          {' '}
          Recorded with it: <CarriedFields words={carriedWords(carried, wording)} />.
        </span>
      )}
    </p>
  );
}
