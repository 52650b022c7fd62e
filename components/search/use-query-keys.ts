import type { KeyboardEvent } from 'react';
import { useKeyPlace } from '#client/commands/key-places';
import type { Written } from './query-bar-field.tsx';
import type { OpenChoices } from './use-query-choices.ts';

/** The keys of the field: those of a combobox, and Enter, Escape and the arrow up for the query as a whole. */
export function useQueryKeys({
  written,
  choices,
  onSend,
  onRestore,
  onPast,
}: {
  written: Written;
  choices: OpenChoices;
  onSend(): void;
  /** null: what is written is what was sent. */
  onRestore: (() => void) | null;
  onPast(): void;
}): (event: KeyboardEvent) => void {
  useKeyPlace('query');
  const isListed = choices.choices.length > 0;
  const keys: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: ({ altKey }) => {
      // Elsewhere in a query of several lines the arrow goes down one of them.
      if (!isListed && !altKey && written.caret < written.text.length) return false;
      if (isListed && !altKey) choices.step(1);
      else choices.open();
      return true;
    },
    ArrowUp: () => {
      const isEmpty = written.text.trim() === '';
      if (isEmpty && choices.active === null) {
        choices.close();
        onPast();
      } else if (isListed) choices.step(-1);
      else return false;
      return true;
    },
    Enter: () => {
      if (choices.active === null) onSend();
      else choices.take(choices.active);
      return true;
    },
    Tab: ({ shiftKey }) => {
      if (shiftKey || choices.first === null) return false;
      choices.take(choices.first);
      return true;
    },
    Escape: () => {
      if (isListed) choices.close();
      else if (onRestore !== null) onRestore();
      else return false;
      return true;
    },
  };
  return (event) => {
    // Keys that compose a character are the input method's.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (keys[event.key]?.(event) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
