import { type SentencePart, sentenceOf } from '#client/sentence';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportedEvent } from '#server';

export { MOST_FIELDS } from '#client/sentence';

/** What an event did, in words and whole: paper has no tooltip that would show the rest of a value. */
export function EventSentence({
  event: { header, changes, existed },
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
