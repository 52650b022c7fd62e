'use client';

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

/**
 * A dialog over the page: the browser keeps the focus in it, takes Esc for "close", and gives the focus back to where it was. It is
 * open for as long as it is rendered; `onClose` asks for it to be taken away.
 */
export function Modal({
  label,
  className = '',
  onClose,
  onKeyDown,
  children,
}: {
  label: string;
  className?: string;
  onClose(): void;
  onKeyDown?(event: KeyboardEvent): void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Only a dialog that is closed, and not one that is gone, gives the focus back.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      // Asked for before the browser closes it: by its own closing the focus is back before anybody is told, and a key that
      // comes between the two would meet a dialog that is still held for open.
      onCancel={(event) => event.target === dialog.current && onClose()}
      onClose={() => dialog.current?.open === false && onClose()}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
      className={`m-auto max-h-[calc(100dvh-16px)] w-[calc(100vw-16px)] flex-col overflow-hidden rounded-md border border-line-2 bg-surface p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/35%)] open:flex print:hidden ${className}`}
    >
      {children}
    </dialog>
  );
}
