import type { StackedBar, StackedTypes } from '#client/overview/stacked-bars';
import { OTHER_SLOT } from '#client/playhead-categories';
import { eventsWords } from '#client/search/bar-words';
import { TypeMark } from '#components/ui/type-mark';
import { TypeName } from './type-name.tsx';

/** What one bar holds, beside the pointer. */
export function OverTimeTip({ when, bar, types }: { when: string; bar: StackedBar; types: StackedTypes }) {
  return (
    <div className="min-w-52 rounded-md border border-line-2 bg-surface px-3 py-2 text-sm shadow-pop">
      <p className="font-medium">{when}</p>
      <p className="text-ink-2">{eventsWords(bar.events)}</p>
      <ul className="mt-1">
        {types.map(({ type, types: count }, slot) => {
          const events = bar.parts[slot] ?? 0;
          return events === 0 ? null : (
            <li key={type ?? ''} className="flex items-center gap-2">
              <TypeMark slot={type === null ? OTHER_SLOT : slot} size={8} />
              <span className="min-w-0 flex-1 truncate">
                <TypeName type={type} types={count} />
              </span>
              <span className="pl-3 font-mono">{events.toLocaleString('en')}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
