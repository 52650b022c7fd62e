import { Link } from '#components/ui/link';
import type { CompareView } from '#wire';
import { compareHref } from './compare-href.ts';

export interface QuickRange {
  readonly words: string;
  /** The moment that it begins with; all of them end where the app stands. */
  readonly from: string;
}

/** From some time before the newest event, or from the beginning, until now or the moment of the app. */
export function QuickRanges({ view, ranges }: { view: CompareView; ranges: readonly QuickRange[] }) {
  if (ranges.length === 0) return null;
  return (
    <nav aria-label="Quick ranges" className="flex flex-wrap items-center gap-x-1">
      <span className="text-ink-3">Up to the newest event:</span>
      {ranges.map(({ words, from }) => (
        <Link
          key={words}
          href={compareHref(view, { from, to: view.asOf })}
          aria-current={view.from === from && view.to === view.asOf ? 'true' : undefined}
          className="flex min-h-6 items-center rounded-md px-1.5 text-ink-2 underline decoration-line-2 underline-offset-2 hover:text-ink hover:decoration-current aria-[current=true]:bg-sunken aria-[current=true]:font-medium aria-[current=true]:text-ink aria-[current=true]:no-underline"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
