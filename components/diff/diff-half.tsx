import type { ReactNode } from 'react';
import { useWording } from '#client/wording/use-wording';
import { JsonText } from '#components/ui/json-text';
import { TreeIndent } from '#components/ui/tree-indent';
import { visible } from '#components/ui/visible-text';
import type { DiffNode, DiffSide } from './diff-node.ts';
import { DiffValue } from './diff-value.tsx';
import type { Mark } from './word-marks.ts';

export interface DiffHalfProps {
  readonly node: DiffNode;
  readonly side: 'before' | 'after' | 'both';
  readonly level: number;
  /** null: nothing to open here. */
  readonly expanded: boolean | null;
  onFold(): void;
  readonly marks: readonly Mark[] | null;
  /** What stands behind the value. */
  readonly tags: ReactNode;
  /** At the end of the line. */
  readonly blame: ReactNode;
  readonly className?: string;
}

/** A place as one side has it: a glyph for what happened to it, its key and its value. */
export function DiffHalf({
  node,
  side,
  level,
  expanded,
  onFold,
  marks,
  tags,
  blame,
  className = '',
}: DiffHalfProps) {
  const { stepOf } = useWording();
  const content = side === 'before' ? node.before : node.after;
  const look = looksOf(node, side);
  return (
    <div data-side={side} className={`flex min-w-0 items-start ${look.tint} ${className}`}>
      <span aria-hidden className={`w-5 shrink-0 text-center font-bold leading-6 ${look.ink}`}>
        {look.glyph}
      </span>
      <TreeIndent level={level} expanded={expanded} onFold={onFold} />
      {look.said === '' ? null : <span className="sr-only">{look.said} </span>}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <span className="min-w-0 max-w-full py-1 leading-4 [overflow-wrap:anywhere]">
          {node.path === '' ? null : (
            <span className="text-ink-2">{visible(stepOf(node.path, node.key))} </span>
          )}
          {content === null ? null : (
            <Content content={content} marks={marks} side={side} isPlain={look.glyph === ''} />
          )}
        </span>
        <span className="flex flex-wrap gap-1 font-text">{tags}</span>
      </span>
      <span className="flex max-w-[45%] shrink-0 items-center gap-1 pr-2">{blame}</span>
    </div>
  );
}

function Content({
  content,
  marks,
  side,
  isPlain,
}: {
  content: DiffSide;
  marks: readonly Mark[] | null;
  side: 'before' | 'after' | 'both';
  isPlain: boolean;
}) {
  const wording = useWording();
  if (content.text === null)
    return (
      <span className="text-ink-3">
        {wording.sizeOf(content.kind === 'array' ? 'array' : 'object', content.size)}
      </span>
    );
  if (isPlain && content.text.length < 200)
    return wording.face === 'auditor' ? (
      visible(wording.valueOf(content.text))
    ) : (
      <JsonText text={content.text} />
    );
  return (
    <span className="whitespace-pre-wrap text-ink">
      <DiffValue marks={marks ?? [{ text: wording.valueOf(content.text), differs: false }]} side={side} />
    </span>
  );
}

interface Look {
  readonly glyph: string;
  readonly tint: string;
  readonly ink: string;
  /** Read out before the key. */
  readonly said: string;
}

const PLAIN: Look = { glyph: '', tint: '', ink: '', said: '' };

function looksOf({ status, move }: DiffNode, side: DiffHalfProps['side']): Look {
  if (status === 'hidden')
    return { glyph: '≈', tint: '', ink: 'text-ink-3', said: 'differs, left out by a rule:' };
  if (status === 'order') return { glyph: '↕', tint: 'bg-sunken', ink: 'text-ink-2', said: 'other order:' };
  if (status === 'same')
    return move === null ? PLAIN : { glyph: '↕', tint: 'bg-sunken', ink: 'text-ink-2', said: 'moved:' };
  if (side === 'before') {
    const said = status === 'removed' ? 'removed:' : 'before:';
    return { glyph: '−', tint: 'bg-rem-bg', ink: 'text-rem', said };
  }
  return { glyph: '+', tint: 'bg-add-bg', ink: 'text-add', said: status === 'added' ? 'added:' : 'after:' };
}
