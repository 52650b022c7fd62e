import { type PillWords, pillText } from '#client/search/pill-words';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** The words of a term; what it says of its own in the face of data. */
export function PillWordsView({ words, isNegated }: { words: PillWords; isNegated: boolean }) {
  const { lead, value } = words;
  return (
    <span className="line-clamp-3 min-w-0 [overflow-wrap:anywhere]" title={visibleString(pillText(words))}>
      <span className={isNegated ? 'text-rem' : 'text-ink-2'}>{lead}</span>
      {value === '' ? null : (
        <>
          {' '}
          <span className="font-mono">
            <VisibleText text={value} />
          </span>
        </>
      )}
    </span>
  );
}
