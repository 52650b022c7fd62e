'use client';

import { useState } from 'react';
import { countText } from '#client/playhead-words';
import { KeptText, KeptTogether } from '#components/ui/kept-instants';
import { visible } from '#components/ui/visible-text';
import { type CutMark, cutMarks, isCut } from './cut-marks.ts';
import styles from './diff.module.css';
import { instantGroups, type MarkGroup } from './instant-groups.ts';
import type { Mark } from './word-marks.ts';

/** A value of one side, with the words that differ marked; a long one is cut and can be shown in whole. */
export function DiffValue({ marks, side }: { marks: readonly Mark[]; side: Side }) {
  const [whole, setWhole] = useState(false);
  const cut = cutMarks(marks);
  if (!isCut(cut)) return <Marked marks={cut} side={side} />;
  const length = lengthOf(marks);
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

type Side = 'before' | 'after' | 'both';

function Marked({ marks, side }: { marks: readonly CutMark[]; side: Side }) {
  let offset = 0;
  return stretchesOf(marks).map((stretch) => {
    const key = offset;
    if ('left' in stretch) {
      offset += stretch.left;
      return (
        <span key={key} className="mx-1 rounded-sm bg-sunken px-1 font-text text-ink-3">
          … {countText(stretch.left)} more characters …
        </span>
      );
    }
    offset += lengthOf(stretch.marks);
    return (
      <KeptTogether key={key} isKept={stretch.isKept}>
        <Words marks={stretch.marks} side={side} isKept={stretch.isKept} />
      </KeptTogether>
    );
  });
}

/** What stands beside what is left out, in groups of its own. */
function stretchesOf(marks: readonly CutMark[]): readonly (MarkGroup | { readonly left: number })[] {
  const found: (MarkGroup | { readonly left: number })[] = [];
  let shown: Mark[] = [];
  for (const mark of marks) {
    if (!('left' in mark)) shown.push(mark);
    else {
      found.push(...instantGroups(shown), mark);
      shown = [];
    }
  }
  return [...found, ...instantGroups(shown)];
}

function Words({ marks, side, isKept }: { marks: readonly Mark[]; side: Side; isKept: boolean }) {
  let offset = 0;
  return marks.map(({ text, differs }) => {
    const key = offset;
    offset += text.length;
    const shown = isKept ? <KeptText text={text} /> : visible(text);
    if (!differs || side === 'both') return <span key={key}>{shown}</span>;
    return (
      <mark key={key} className={side === 'before' ? styles.gone : styles.added}>
        {shown}
      </mark>
    );
  });
}

const lengthOf = (marks: readonly Mark[]): number => marks.reduce((sum, { text }) => sum + text.length, 0);
