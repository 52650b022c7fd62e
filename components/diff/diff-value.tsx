'use client';

import { useState } from 'react';
import { countText } from '#client/playhead-words';
import { visible } from '#components/ui/visible-text';
import { cutMarks, isCut } from './cut-marks.ts';
import styles from './diff.module.css';
import type { Mark } from './word-marks.ts';

/** A value of one side, with the words that differ marked; a long one is cut and can be shown in whole. */
export function DiffValue({ marks, side }: { marks: readonly Mark[]; side: 'before' | 'after' | 'both' }) {
  const [whole, setWhole] = useState(false);
  const cut = cutMarks(marks);
  if (!isCut(cut)) return <Marked marks={cut} side={side} />;
  const length = marks.reduce((sum, { text }) => sum + text.length, 0);
  return (
    <>
      {whole ? (
        <span className="block max-h-80 overflow-auto">
          <Marked marks={marks} side={side} />
        </span>
      ) : (
        <Marked marks={cut} side={side} />
      )}{' '}
      <button
        type="button"
        onClick={(event) => {
          event.stopPropagation();
          setWhole(!whole);
        }}
        className="inline-flex min-h-6 items-center rounded-sm px-1 font-text text-ink-2 underline decoration-line-2 underline-offset-2 hover:decoration-current"
      >
        {whole ? 'Show less' : `Show all ${countText(length)} characters`}
      </button>
    </>
  );
}

function Marked({ marks, side }: { marks: ReturnType<typeof cutMarks>; side: 'before' | 'after' | 'both' }) {
  let offset = 0;
  return marks.map((mark) => {
    const key = offset;
    offset += 'left' in mark ? mark.left : mark.text.length;
    if ('left' in mark) {
      return (
        <span key={key} className="mx-1 rounded-sm bg-sunken px-1 font-text text-ink-3">
          … {countText(mark.left)} more characters …
        </span>
      );
    }
    if (!mark.differs || side === 'both') return <span key={key}>{visible(mark.text)}</span>;
    return (
      <mark key={key} className={side === 'before' ? styles.gone : styles.added}>
        {visible(mark.text)}
      </mark>
    );
  });
}
