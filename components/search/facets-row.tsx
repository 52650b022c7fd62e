import { Check, CircleMinus } from 'lucide-react';
import type { FacetRow } from '#client/search/facet-rows';
import type { FacetName } from '#client/search/facet-terms';
import { visible, visibleString } from '#components/ui/visible-text';

/** A name, how often it is there, and its two buttons: to find it, and to find everything else. */
export function FacetRowView({
  row: { name, events, choice, share },
  nameless,
  wordsOf,
  isStale,
  onToggle,
}: {
  row: FacetRow;
  wordsOf(name: string): string;
  nameless: string;
  /** The count is the one of before. */
  isStale: boolean;
  onToggle(name: FacetName, sense: 'include' | 'exclude'): void;
}) {
  const words = name === null || name === '' ? '' : wordsOf(name);
  const shown = name === null ? nameless : name === '' ? '(empty)' : visibleString(words);
  const title = name === null || words === name ? shown : `${shown} (${visibleString(name)})`;
  const isExcluded = choice === 'excluded';
  return (
    <li className="group flex items-stretch rounded-sm">
      <button
        type="button"
        aria-pressed={choice === 'included'}
        onClick={() => onToggle(name, 'include')}
        title={title}
        className="relative flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded-sm px-1 pb-1 text-left outline-offset-[-2px] hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium"
      >
        <Check aria-hidden size={14} className={`shrink-0 ${choice === 'included' ? '' : 'invisible'}`} />
        <span
          className={`min-w-0 flex-1 truncate ${name === null || name === '' ? 'text-ink-2 italic' : ''} ${isExcluded ? 'text-ink-2 line-through' : ''}`}
        >
          {name === null || name === '' ? shown : visible(words)}
        </span>
        <span className="shrink-0 text-ink-3 text-sm tabular-nums">
          {events === null ? '' : events.toLocaleString('en')}
          <span className="sr-only">
            {events === null ? 'not counted' : events === 1 ? ' event' : ' events'}
          </span>
        </span>
        <span aria-hidden className="absolute inset-x-1 bottom-0.5 h-0.5 overflow-hidden rounded-sm">
          <span
            className={`block h-full bg-line-2 transition-opacity ${isStale ? 'opacity-40' : ''}`}
            style={{ width: `${share * 100}%` }}
          />
        </span>
      </button>
      <button
        type="button"
        aria-label={`Exclude ${shown}`}
        aria-pressed={isExcluded}
        title={isExcluded ? `${shown} is excluded` : `Exclude ${shown}`}
        onClick={() => onToggle(name, 'exclude')}
        className="flex w-7 shrink-0 items-center justify-center rounded-sm text-ink-3 outline-offset-[-2px] hover:bg-sunken hover:text-ink aria-pressed:text-rem"
      >
        <CircleMinus aria-hidden size={14} />
      </button>
    </li>
  );
}
