'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button';
import { JsonText } from '#components/ui/json-text';
import { visibleString } from '#components/ui/visible-text';

/** Characters that are shown before somebody asks for the rest. */
const AT_FIRST = 2_000;

/** A whole value: a very long one only as far as it can be looked over, and all of it when asked. */
export function LongValue({ text, ghost }: { text: string; ghost: boolean }) {
  const [shownWhole, setShownWhole] = useState<string | null>(null);
  const isCut = text.length > AT_FIRST && shownWhole !== text;
  const shown = isCut ? text.slice(0, AT_FIRST) : text;
  return (
    <div className="max-h-24 overflow-auto whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
      {ghost ? <del>{visibleString(shown)}</del> : <JsonText text={shown} />}
      {isCut ? (
        <>
          …{' '}
          <Button look="outlined" className="h-6 font-text" onClick={() => setShownWhole(text)}>
            Show all {text.length.toLocaleString('en')} characters
          </Button>
        </>
      ) : null}
    </div>
  );
}
