'use client';

import { useState } from 'react';
import { PayloadText } from '#components/events/payload-text';
import { Button } from '#components/ui/button';

const FIRST_LINES = 16;

export interface StoredPayload {
  readonly text: string;
  /** A very long one is not sent whole. */
  readonly isCut: boolean;
}

/** The payload of an event as it was stored, laid out for reading: a short one whole, of a long one its beginning first. */
export function NewestPayload({ payload: { text, isCut } }: { payload: StoredPayload }) {
  const [all, setAll] = useState(false);
  const lines = text.split('\n');
  const isFolded = !all && lines.length > FIRST_LINES;
  return (
    <div>
      <PayloadText text={isFolded ? lines.slice(0, FIRST_LINES).join('\n') : text} lines />
      {isFolded ? (
        <Button look="outlined" className="mt-2" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en')} lines
        </Button>
      ) : null}
      {isCut ? (
        <p className="mt-2 text-ink-3 text-sm">This is its beginning. The event itself has all of it.</p>
      ) : null}
    </div>
  );
}
