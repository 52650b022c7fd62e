import { type SentencePart, sentenceOf } from '#client/sentence';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportedEvent } from '#server';
import { CarriedWords } from './carried-words.tsx';

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
        <Part key={place} part={part} />
      ))}
      {carried.length === 0 ? null : (
        <span className="text-ink-2">
          {' '}
          Recorded with it: <CarriedWords carried={carried} wording={wording} />.
        </span>
      )}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: SentencePart }) {
  if (kind === 'plain') return text;
  const shown = <VisibleText text={text} />;
  // On paper room beside a value reads as a blank before the full stop.
  if (kind === 'before') return <del className="px-px">{shown}</del>;
  return kind === 'after' ? <ins className="px-px">{shown}</ins> : <b className="font-medium">{shown}</b>;
}
