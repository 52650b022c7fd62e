'use client';

import { Bookmark } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { SavedViewsPanel } from './saved-views-panel.tsx';

export interface SavedViewsProps {
  /** The search part of the address now, without "?". */
  readonly search: string;
  onOpen(search: string): void;
}

/** Views that were given a name: each is an address, and is opened as one. */
export function SavedViews({ search, onOpen }: SavedViewsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    // While it is open its keys are its own.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    setIsOpen(false);
    button.current?.focus();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setIsOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles up from the controls inside
    <div className="relative max-sm:static print:hidden" onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button ref={button} look="outlined" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Bookmark aria-hidden size={14} />
        Saved views
      </Button>
      {isOpen ? (
        <>
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={() => setIsOpen(false)}
            className="fixed inset-0 z-40 cursor-default"
          />
          <SavedViewsPanel
            search={search}
            onOpen={(opened) => {
              setIsOpen(false);
              button.current?.focus();
              onOpen(opened);
            }}
          />
        </>
      ) : null}
    </div>
  );
}
