'use client';

import { useState } from 'react';
import { useWording } from '#client/wording/use-wording';
import { Button } from '#components/ui/button';
import { colorOfJson } from '#components/ui/json-text';
import { visible } from '#components/ui/visible-text';

/** Characters that are shown before somebody asks for the rest. */
const AT_FIRST = 2_000;

/** The whole value of a field, as the face says it: a very long one only as far as it can be looked over, and all of it when asked. */
export function LongValue({ path, json, ghost }: { path: string; json: string; ghost: boolean }) {
  const { face, wholeOf } = useWording();
  const text = wholeOf(path, json);
  const [shownWhole, setShownWhole] = useState<string | null>(null);
  const isCut = text.length > AT_FIRST && shownWhole !== text;
  const shown = isCut ? text.slice(0, AT_FIRST) : text;
  return (
    <div
      className={`max-h-24 overflow-auto whitespace-pre-wrap [overflow-wrap:anywhere] ${face === 'auditor' ? '' : 'font-mono text-sm'}`}
    >
      {ghost ? <del>{visible(shown)}</del> : <span className={colorOfJson(json)}>{visible(shown)}</span>}
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
