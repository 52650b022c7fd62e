import { Button } from '#components/ui/button';
import { visibleString } from '#components/ui/visible-text';
import { type Span, withoutSpan } from '#core';

const LONGEST = 48;

/** The same query without one of its terms. */
export function WithoutButton({
  text,
  term,
  onText,
}: {
  text: string;
  /** Where the term stands in the text. */
  term: Span;
  onText(text: string): void;
}) {
  return (
    <Button look="outlined" onClick={() => onText(withoutSpan(text, term))}>
      Without {cut(text.slice(term.start, term.end))}
    </Button>
  );
}

function cut(term: string): string {
  const shown = visibleString(term);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}
