import { VisibleText } from '#components/ui/visible-text';
import { textDifference } from './text-difference.ts';

/** Before and after, each on a line of its own with its glyph; in long texts the part that differs stands out. */
export function DiffValues({ before, after }: { before: string | null; after: string | null }) {
  const inside = before === null || after === null ? null : textDifference(before, after);
  const part = (middle: string) =>
    inside === null ? null : { start: inside.start, middle, end: inside.end };
  return (
    <div className="flex flex-col font-mono text-sm leading-[18px]">
      {before === null ? null : <Line side="before" text={before} inside={part(inside?.before ?? '')} />}
      {after === null ? null : <Line side="after" text={after} inside={part(inside?.after ?? '')} />}
    </div>
  );
}

interface Inside {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

function Line({ side, text, inside }: { side: 'before' | 'after'; text: string; inside: Inside | null }) {
  const gone = side === 'before';
  const Value = gone ? 'del' : 'ins';
  return (
    <div data-side={side} className={`flex gap-2 ${gone ? 'text-rem' : 'text-add'}`}>
      <span aria-hidden className="w-3 shrink-0 text-center font-bold">
        {gone ? '−' : '+'}
      </span>
      <span className="sr-only">{gone ? 'before: ' : 'after: '}</span>
      <Value className="min-w-0 whitespace-pre-wrap no-underline [overflow-wrap:anywhere]">
        {inside === null ? (
          <VisibleText text={text} />
        ) : (
          <>
            <VisibleText text={inside.start} />
            <mark className="rounded-sm bg-transparent font-bold text-inherit underline decoration-2 underline-offset-2">
              <VisibleText text={inside.middle} />
            </mark>
            <VisibleText text={inside.end} />
          </>
        )}
      </Value>
    </div>
  );
}
