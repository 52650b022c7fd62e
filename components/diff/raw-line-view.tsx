import { memo } from 'react';
import { GridCell } from '#components/ui/grid-parts';
import { DiffValue } from './diff-value.tsx';
import type { RawLine } from './raw-rows.ts';

const LOOKS = {
  keep: { glyph: '', tint: '', ink: '', side: 'both', said: '' },
  remove: { glyph: '−', tint: 'bg-rem-bg', ink: 'text-rem', side: 'before', said: 'removed: ' },
  add: { glyph: '+', tint: 'bg-add-bg', ink: 'text-add', side: 'after', said: 'added: ' },
} as const;

/** A line with its number in either text. What it begins with in white space is kept where it wraps. */
export const RawLineView = memo(function RawLineView({ line, digits }: { line: RawLine; digits: number }) {
  const look = LOOKS[line.kind];
  const indent = line.text.length - line.text.trimStart().length;
  const width = { width: `${digits + 1}ch` };
  return (
    <div data-line={line.kind} className={`flex min-h-5 ${look.tint}`}>
      <GridCell style={width} className="shrink-0 select-none pt-0.5 text-right text-ink-3">
        {line.before}
      </GridCell>
      <GridCell style={width} className="shrink-0 select-none pt-0.5 text-right text-ink-3">
        {line.after}
      </GridCell>
      <GridCell className="flex min-w-0 flex-1">
        <span aria-hidden className={`w-6 shrink-0 text-center font-bold ${look.ink}`}>
          {look.glyph}
        </span>
        {look.said === '' ? null : <span className="sr-only">{look.said}</span>}
        <span
          style={{ paddingLeft: `${indent + 2}ch`, textIndent: `-${indent + 2}ch` }}
          className="min-w-0 flex-1 whitespace-pre-wrap py-0.5 pr-3 leading-4 [overflow-wrap:anywhere]"
        >
          <DiffValue marks={line.marks ?? [{ text: line.text, differs: false }]} side={look.side} />
        </span>
      </GridCell>
    </div>
  );
});
