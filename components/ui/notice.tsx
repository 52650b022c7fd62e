import { Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something the reader should know before reading on. A warning says that what is shown differs from what was asked. */
export function Notice({
  kind = 'note',
  onClose,
  children,
}: {
  kind?: 'note' | 'warning';
  onClose?: () => void;
  children: ReactNode;
}) {
  const warning = kind === 'warning';
  const Icon = warning ? TriangleAlert : Info;
  return (
    <div
      role={warning ? 'alert' : 'note'}
      className={`flex items-start gap-2 px-4 py-2 text-base ${warning ? 'bg-rem-bg text-rem' : 'bg-sunken text-ink-2'}`}
    >
      <Icon aria-hidden size={14} className="mt-[3px] shrink-0" />
      <div className="min-w-0 flex-1 break-words">{children}</div>
      {onClose === undefined ? null : (
        <button
          type="button"
          aria-label="Close this notice"
          onClick={onClose}
          className="-my-0.5 flex size-6 shrink-0 items-center justify-center rounded-md hover:text-ink"
        >
          <X aria-hidden size={14} />
        </button>
      )}
    </div>
  );
}
