'use client';

import { useEffect, useRef } from 'react';
import type { Choice } from '#client/search/choice';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** What can be chosen where the caret stands; the field keeps the focus and names the active one. */
export function QueryChoices({
  id,
  choices,
  active,
  status,
  isProblem,
  onChoose,
}: {
  id: string;
  choices: readonly Choice[];
  /** The value of the active choice. */
  active: string | null;
  /** How many there are, in words, or why there are none; empty: nothing is offered. */
  status: string;
  /** It is shown for the sake of the status alone. */
  isProblem: boolean;
  onChoose(choice: Choice): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active choice is the trigger
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isEmpty = choices.length === 0;
  return (
    <div
      hidden={isEmpty && !isProblem}
      className="absolute inset-x-0 top-full z-40 mt-1 max-w-[720px] overflow-hidden rounded-md border border-line-2 bg-surface shadow-pop"
    >
      <div ref={list} id={id} role="listbox" aria-label="On offer" className={LIST}>
        {choices.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active choice, which never has the focus itself
          <div
            key={choice.value}
            id={choiceId(id, at)}
            role="option"
            aria-selected={choice.value === active}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice)}
            className="flex min-h-7 flex-wrap content-center items-baseline gap-x-4 rounded-sm px-2 py-1 hover:bg-sunken aria-selected:bg-sunken aria-selected:shadow-[inset_2px_0_0_var(--ink)] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
          >
            <span className="min-w-36 font-mono [overflow-wrap:anywhere]" title={visibleString(choice.text)}>
              <VisibleText text={choice.text} />
            </span>
            <span className="text-ink-2 text-sm">{choice.note}</span>
          </div>
        ))}
      </div>
      <p aria-hidden className="border-line border-t px-3 py-1 text-ink-3 text-sm">
        {status} {isEmpty ? '' : '↑ ↓ choose, Enter or Tab takes.'}
      </p>
    </div>
  );
}

export const choiceId = (list: string, at: number): string => `${list}-${at}`;

const LIST = 'max-h-[min(320px,40dvh)] overflow-y-auto overscroll-contain p-1';
