'use client';

import { ChevronDown } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';

/** A list of links that is opened below its title. It works before any script has run; with it, a link that is taken, Escape and leaving it close it. */
export function LinkMenu({
  title,
  label,
  look,
  className = '',
  children,
}: {
  title: ReactNode;
  /** Where the title alone does not say it. */
  label?: string;
  look: string;
  className?: string;
  /** Items of the list. */
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    details.current?.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a') !== null) close();
  };
  return (
    <details ref={details} className={`relative ${className}`} {...{ onKeyDown, onBlur, onClick }}>
      <summary
        aria-label={label}
        className={`flex h-7 list-none items-center gap-1 rounded-md border pr-1.5 pl-2 hover:bg-sunken [&::-webkit-details-marker]:hidden ${look}`}
      >
        {title}
        <ChevronDown aria-hidden size={14} className="text-ink-3" />
      </summary>
      <ul className="absolute top-8 left-0 z-40 max-h-[60vh] min-w-[200px] overflow-y-auto rounded-md border border-line-2 bg-surface p-1 shadow-pop">
        {children}
      </ul>
    </details>
  );
}
