/**
 * What is typed while a dialog is still on its way. Its script is read when it is first opened, and whoever types on is typing
 * into it already: the text is kept for its field, and nothing of it reaches the page behind, where letters are commands.
 */
import { useEffect, useLayoutEffect } from 'react';
import { askedDialog, openDialog, useOpenDialog } from './open-dialog.ts';

let kept = '';
/** Whether it was entered: what is typed after that is typed too late. */
let isEntered = false;

/** Keeps what is typed from the moment that a dialog was asked for, before anything of that is drawn, until it is there. */
export function useTypeAhead(): void {
  const open = useOpenDialog();
  useEffect(() => {
    if (open === null) forget();
  }, [open]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (askedDialog() === null || document.querySelector('dialog[open]') !== null) return;
      const isText = [...event.key].length === 1 && !isCommand(event);
      if (!isText && (isCommand(event) || !TAKEN.has(event.key))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') openDialog(null);
      else if (event.key === 'Enter') isEntered ||= kept !== '';
      else if (!isEntered) kept = isText ? kept + event.key : [...kept].slice(0, -1).join('');
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

const TAKEN: ReadonlySet<string> = new Set(['Backspace', 'Enter', 'Escape']);

/** Hands what was typed to the dialog's field as soon as that is there, and says whether it was entered. */
export function useTypedAhead(take: (text: string, isEntered: boolean) => void): void {
  useLayoutEffect(() => {
    if (kept !== '') take(kept, isEntered);
    forget();
  }, [take]);
}

function forget(): void {
  kept = '';
  isEntered = false;
}

function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
}
