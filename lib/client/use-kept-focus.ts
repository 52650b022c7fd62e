/**
 * Where a part of the page is drawn anew under the focus, the focus goes to the successor of what had it: the control of the same name,
 * else the list of the part, else the part itself. A browser would leave it nowhere, and keys would be heard by nobody.
 *
 * Who goes elsewhere is left alone: only what is taken away while it has the focus has a successor.
 */
import { type RefObject, useEffect } from 'react';

/** The part itself must be able to take the focus (`tabIndex` −1). */
export function useKeptFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = part.current;
    return element === null ? undefined : keepFocus(element);
  }, [part]);
}

function keepFocus(part: HTMLElement): () => void {
  let holder: Holder | null = null;
  const onFocusIn = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target !== part) holder = holderOf(target);
  };
  const forget = () => {
    // An element that is taken away is no longer connected once the drawing is done.
    if (holder?.element.isConnected === true && holder.element !== document.activeElement) holder = null;
  };
  const onFocusOut = () => queueMicrotask(forget);
  const onChange = () => {
    if (holder === null || holder.element.isConnected) return;
    const { activeElement } = document;
    const isNowhere = activeElement === null || activeElement === document.body || activeElement === part;
    if (!isNowhere) holder = null;
    // What is still being read comes later: until then the part has the focus.
    else (successorOf(holder, part) ?? part).focus({ preventScroll: true });
  };
  const observer = new MutationObserver(onChange);
  observer.observe(part, { childList: true, subtree: true });
  part.addEventListener('focusin', onFocusIn);
  part.addEventListener('focusout', onFocusOut);
  return () => {
    observer.disconnect();
    part.removeEventListener('focusin', onFocusIn);
    part.removeEventListener('focusout', onFocusOut);
  };
}

interface Holder {
  readonly element: HTMLElement;
  readonly name: string;
}

const holderOf = (element: HTMLElement): Holder => ({ element, name: nameOf(element) });

function successorOf({ element, name }: Holder, part: HTMLElement): HTMLElement | null {
  const alike = [...part.querySelectorAll<HTMLElement>(element.tagName)];
  const same = alike.find((other) => name !== '' && nameOf(other) === name && canTakeFocus(other));
  const lists = [...part.querySelectorAll<HTMLElement>(LISTS)];
  return same ?? lists.find(canTakeFocus) ?? null;
}

const LISTS = ['tree', 'grid', 'listbox'].map((role) => `[role="${role}"][tabindex="0"]`).join();

const nameOf = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';

const canTakeFocus = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && !element.matches(':disabled');
