/**
 * What is typed while a dialog is still on its way. Its script is read when it is first opened, and whoever types on is typing
 * into it already: the text is kept for its field, and nothing of it reaches the page behind, where letters are commands.
 */
import { useEffect, useLayoutEffect } from 'react';
import { askedDialog, openDialog, useOpenDialog } from './open-dialog.ts';

let kept = '';

/** Keeps what is typed from the moment that a dialog was asked for, before anything of that is drawn, until it is there. */
export function useTypeAhead(): void {
  const open = useOpenDialog();
  useEffect(() => {
    if (open === null) kept = '';
  }, [open]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (askedDialog() === null || document.querySelector('dialog[open]') !== null) return;
      const isText = [...event.key].length === 1 && !isCommand(event);
      if (!isText && event.key !== 'Backspace' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') openDialog(null);
      else kept = isText ? kept + event.key : [...kept].slice(0, -1).join('');
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

/** Hands what was typed to the dialog's field as soon as that is there. */
export function useTypedAhead(take: (text: string) => void): void {
  useLayoutEffect(() => {
    if (kept !== '') take(kept);
    kept = '';
  }, [take]);
}

function isCommand(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
}
