import { CornerDownLeft, History, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '#components/ui/button';

/** The frame around the field, with the buttons for those who do not use its keys. */
export function QueryBox({
  isSent,
  isPastOpen,
  onPast,
  onSend,
  children,
}: {
  /** What is written is what is shown below. */
  isSent: boolean;
  isPastOpen: boolean;
  onPast(): void;
  onSend(): void;
  children: ReactNode;
}) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-line-2 bg-surface pr-1 pl-3 has-[[role=combobox]:focus-visible]:outline-2 has-[[role=combobox]:focus-visible]:outline-now has-[[aria-invalid=true]]:border-rem">
      <Search aria-hidden size={14} className="mt-[11px] shrink-0 text-ink-3 max-sm:hidden" />
      {children}
      <span className="my-1 flex shrink-0 items-center">
        <IconButton label="Earlier queries" aria-expanded={isPastOpen} onClick={onPast}>
          <History aria-hidden size={14} />
        </IconButton>
        <Button
          look={isSent ? 'quiet' : 'solid'}
          className="px-2!"
          title={isSent ? 'Send the query off again' : 'Send the query off: below is still the one before'}
          onClick={onSend}
        >
          <CornerDownLeft aria-hidden size={14} />
          <span className="max-sm:sr-only">Search</span>
        </Button>
      </span>
    </div>
  );
}
