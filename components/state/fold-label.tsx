import { KIND_WORDS } from '#components/ui/kind-words';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { ProjectionLabel } from '#core';

/** Characters of a hash that are enough to tell two rules apart by eye; the title has all of it. */
const SHORT = 12;

/** By which rule the state came about: whoever doubts a value needs to know what computed it. */
export function FoldLabel({
  projection,
  said,
}: {
  projection: ProjectionLabel;
  /** What was just done with a field. */
  said: string;
}) {
  const { kind, name, hash } = projection;
  const [rule = '', keys] = hash.split('+keys:');
  const called = kind === 'reducer' ? `${kind} ${name}` : kind;
  return (
    <div className="flex flex-none gap-3 border-line border-t px-3 py-1 text-ink-3 text-sm">
      <p className="min-w-0 flex-1 truncate">
        State by <VisibleText text={called} />: {KIND_WORDS[kind]} ·{' '}
        <span className="font-mono" title={`Rule ${visibleString(hash)}`}>
          {visibleString(rule.slice(0, SHORT))}
        </span>
        {keys === undefined ? '' : ' with keys'}
      </p>
      <p role="status" className="shrink-0 text-ink-2">
        {said}
      </p>
    </div>
  );
}
