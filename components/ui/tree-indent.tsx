import { ChevronDown, ChevronRight } from 'lucide-react';

/** Levels that are drawn further in than the one before; deeper ones would leave no room for their values. */
const DEEPEST = 16;

/** How far in a row of a tree stands, and what folds it by pointer; the keys are the tree's. */
export function TreeIndent({
  level,
  expanded,
  onFold,
}: {
  /** From 1. */
  level: number;
  /** null: there is nothing below. */
  expanded: boolean | null;
  onFold(open: boolean): void;
}) {
  return (
    <>
      <span
        style={{ width: `calc(var(--indent, 16px) * ${Math.min(level, DEEPEST) - 1})` }}
        className="shrink-0"
      />
      {expanded === null ? (
        <span className="w-5 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onFold(!expanded);
          }}
          className="flex h-6 w-5 shrink-0 items-center justify-center text-ink-3 hover:text-ink"
        >
          {expanded ? <ChevronDown size={13} /> : <ChevronRight size={13} />}
        </button>
      )}
    </>
  );
}
