import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that folds away behind a line; the chevron turns with it. It works before any script has run. */
export function Disclosure({
  summary,
  className = '',
  summaryClassName = '',
  children,
}: {
  summary: ReactNode;
  className?: string;
  summaryClassName?: string;
  children: ReactNode;
}) {
  return (
    <details className={`group ${className}`}>
      <summary
        className={`flex list-none items-center gap-1 [&::-webkit-details-marker]:hidden ${summaryClassName}`}
      >
        <ChevronRight
          aria-hidden
          size={14}
          className="shrink-0 text-ink-3 transition-transform group-open:rotate-90"
        />
        <span className="min-w-0">{summary}</span>
      </summary>
      {children}
    </details>
  );
}
