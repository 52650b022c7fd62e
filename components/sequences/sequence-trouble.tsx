import { Button } from '#components/ui/button';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { Problem, QueryProblem } from '#core';

/** Why a text is no sequence, or cannot be answered: in words, at its place where it has one, and put right where that is evident. */
export function SequenceTrouble({
  id,
  text,
  problem,
  onTake,
}: {
  id: string;
  text: string;
  problem: Problem | QueryProblem;
  onTake(suggestion: string): void;
}) {
  const placed = 'at' in problem ? problem : null;
  return (
    <div id={id} className="flex flex-col gap-2 border-rem border-l-2 pl-3">
      {placed === null ? null : (
        <p className="font-mono text-sm [overflow-wrap:anywhere]">
          <VisibleText text={text.slice(0, placed.at)} />
          <mark className="bg-rem-bg text-rem underline decoration-wavy underline-offset-4">
            {placed.end > placed.at ? <VisibleText text={text.slice(placed.at, placed.end)} /> : '‸'}
          </mark>
          <VisibleText text={text.slice(placed.end)} />
        </p>
      )}
      <p role="alert" className="text-rem [overflow-wrap:anywhere]">
        <VisibleText text={problem.message} /> ({problem.code})
      </p>
      {placed?.suggestion == null ? null : (
        <p>
          <Button
            look="outlined"
            className="h-auto! min-h-7 max-w-full shrink! whitespace-normal!"
            onClick={() => onTake(placed.suggestion ?? '')}
          >
            <span>
              Write <span className="font-mono text-sm">{visibleString(placed.suggestion)}</span> instead
            </span>
          </Button>
        </p>
      )}
    </div>
  );
}
