import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react';
import { IconButton } from '#components/ui/button';
import type { ResultSort } from '#wire';

/** The order of the table, also where its headings have no room. */
export function SortSelect({
  sort,
  direction,
  onSort,
}: {
  sort: ResultSort;
  direction: 'desc' | 'asc';
  onSort(sort: ResultSort, direction: 'desc' | 'asc'): void;
}) {
  const isDown = direction === 'desc';
  return (
    <span className="flex items-center">
      <label>
        <span className="sr-only">Sort by</span>
        <select
          value={sort}
          onChange={({ target: { value } }) =>
            onSort(value === 'occurred' || value === 'position' ? value : 'recorded', direction)
          }
          className="h-7 rounded-md bg-transparent [field-sizing:content] pr-1 text-ink-2 hover:text-ink"
        >
          <option value="recorded">By recorded time</option>
          <option value="occurred">By occurred time</option>
          <option value="position">By place in the log</option>
        </select>
      </label>
      <IconButton
        label={isDown ? 'Newest first. Show oldest first' : 'Oldest first. Show newest first'}
        onClick={() => onSort(sort, isDown ? 'asc' : 'desc')}
      >
        {isDown ? <ArrowDownWideNarrow aria-hidden size={15} /> : <ArrowUpNarrowWide aria-hidden size={15} />}
      </IconButton>
    </span>
  );
}
