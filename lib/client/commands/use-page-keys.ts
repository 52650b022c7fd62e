/** Keys that are heard wherever the focus is, except where somebody types. */
import { useEffect } from 'react';
import { chordOf, isSingleCharacter, type Press } from './chord.ts';
import type { CommandId } from './command-table.ts';
import { runCommand } from './handlers.ts';
import { useKeymap } from './use-keymap.ts';

/** What has the focus hears first: a key that it takes (`preventDefault`) is not heard again here. */
export function usePageKeys(): void {
  const keymap = useKeymap();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const command = keymap.commandOf(event);
      if (command === null) return;
      if (event.target === document.body && keymap.isHeardWithoutFocus(command, event))
        return toTimeline(command.id, event);
      if (!keymap.isHeardElsewhere(command, event)) return;
      if (takesText(event.target) && needsNoModifier(event)) return;
      // A dialog is a page of its own: what lies behind it hears nothing.
      if (command.scope !== 'anywhere' && document.querySelector('dialog[open]') !== null) return;
      if (runCommand(command.id)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keymap]);
}

/** Where nothing has the focus, the timeline takes it with its first key, and hears the others itself. */
function toTimeline(command: CommandId, event: KeyboardEvent): void {
  if (document.querySelector('dialog[open]') === null && runCommand('playhead') && runCommand(command))
    event.preventDefault();
}

function needsNoModifier(press: Press): boolean {
  const chord = chordOf(press);
  return (
    chord === null ||
    isSingleCharacter(chord) ||
    !/^(?:Ctrl|Alt|Meta)\+/.test(chord) ||
    MOVES_CARET.test(chord)
  );
}

/** By words, in every text field. */
const MOVES_CARET = /\+(?:Arrow\w+|Home|End)$/;

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

const NO_TEXT: ReadonlySet<string> = new Set(['range', 'checkbox', 'radio', 'button', 'submit', 'reset']);
