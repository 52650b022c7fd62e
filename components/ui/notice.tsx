import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something the reader should know before reading on. A warning says that what is shown differs from what was asked. */
export function Notice({ kind = 'note', children }: { kind?: 'note' | 'warning'; children: ReactNode }) {
  const warning = kind === 'warning';
  const Icon = warning ? TriangleAlert : Info;
  return (
    <div
      role={warning ? 'alert' : 'note'}
      className={`flex items-start gap-2 px-4 py-2 text-base ${warning ? 'bg-rem-bg text-rem' : 'bg-sunken text-ink-2'}`}
    >
      <Icon aria-hidden size={14} className="mt-[3px] shrink-0" />
      <div className="min-w-0 flex-1 break-words">{children}</div>
    </div>
  );
}
