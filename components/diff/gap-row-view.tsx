import type { ReactNode } from 'react';
import { countText } from '#client/playhead-words';

export interface GapRowViewProps {
  /** What is folded away, such as `42 unchanged fields`. */
  readonly text: string;
  readonly level: number;
  /** Rows that are folded away, and those that the reader had shown. */
  readonly left: number;
  readonly revealed: number;
  /** So many of them; 0: fold all again. */
  onReveal(count: number): void;
}

export const REVEALED_AT_ONCE = 10;

/** A stretch that is alike on both sides: how much of it is folded away, and the ways to see it. */
export function GapRowView({ text, level, left, revealed, onReveal }: GapRowViewProps) {
  return (
    <div className="flex min-h-7 items-center gap-x-1 border-line border-y bg-bg pr-2 font-text text-ink-3 text-sm">
      <span style={{ width: level * 16 + 4 }} className="shrink-0" />
      <span className="min-w-0 truncate">{text}</span>
      <span className="flex shrink-0 flex-wrap print:hidden">
        {left > REVEALED_AT_ONCE ? (
          <Reveal onPress={() => onReveal(revealed + REVEALED_AT_ONCE)}>Show 10 more</Reveal>
        ) : null}
        {left > 0 ? (
          <Reveal onPress={() => onReveal(revealed + left)}>
            {left > REVEALED_AT_ONCE ? 'Show all' : 'Show'}
          </Reveal>
        ) : null}
        {revealed > 0 ? <Reveal onPress={() => onReveal(0)}>Hide {countText(revealed)} again</Reveal> : null}
      </span>
    </div>
  );
}

function Reveal({ onPress, children }: { onPress(): void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      className="inline-flex min-h-6 items-center rounded-sm px-1.5 text-ink-2 underline decoration-line-2 underline-offset-2 hover:decoration-current"
    >
      {children}
    </button>
  );
}
