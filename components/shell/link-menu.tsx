'use client';

import { ChevronDown } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useDetails } from './use-details.ts';

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
  const { details, close, closing } = useDetails();
  const onClick = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('a') !== null) close();
  };
  return (
    <details ref={details} className={`relative ${className}`} {...{ onClick, ...closing }}>
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
