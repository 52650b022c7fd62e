import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import { memo, useId } from 'react';
import { IconButton } from '#components/ui/button';

/** Finds in the state: how many rows match, which of them is the active one, and the way to the others. */
export const SearchBox = memo(function SearchBox({
  value,
  onChange,
  found,
  current,
  onStep,
}: {
  value: string;
  onChange(value: string): void;
  /** null: nothing is searched for. */
  found: number | null;
  /** Which of them is active, from 1; 0: none is. */
  current: number;
  onStep(direction: 1 | -1): void;
}) {
  const id = useId();
  const count =
    found === null
      ? ''
      : `${current === 0 ? '' : `${current.toLocaleString('en')} of `}${found.toLocaleString('en')}`;
  return (
    <search className="flex h-7 min-w-0 items-center rounded-md border border-line-2 pl-2 max-sm:flex-1 max-sm:basis-24 print:hidden focus-within:outline-2 focus-within:outline-now">
      <Search aria-hidden size={13} className="mr-1.5 shrink-0 text-ink-3" />
      <label htmlFor={id} className="sr-only">
        Find in the state
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('');
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        }}
        placeholder="Find"
        aria-keyshortcuts="Enter Shift+Enter"
        className="w-20 min-w-0 bg-transparent max-sm:flex-1 placeholder:text-ink-3 focus-visible:outline-none"
      />
      <span aria-live="polite" className="min-w-14 px-1 text-right text-ink-3 text-sm">
        {count}
        {found === null ? null : <span className="sr-only"> {found === 1 ? 'match' : 'matches'}</span>}
      </span>
      {found === null || found === 0 ? null : (
        <span className="flex">
          <IconButton label="Previous match" className="h-[26px] w-6" onClick={() => onStep(-1)}>
            <ChevronUp aria-hidden size={14} />
          </IconButton>
          <IconButton label="Next match" className="h-[26px] w-6" onClick={() => onStep(1)}>
            <ChevronDown aria-hidden size={14} />
          </IconButton>
        </span>
      )}
    </search>
  );
});
