import { X } from 'lucide-react';
import { Fragment } from 'react';
import { Link } from '#components/ui/link';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import type { EntitiesView } from '#wire';
import { entitiesHref } from './entities-href.ts';

/** A field that was asked for, and the way to leave it out again. */
export function ColumnHead({
  view,
  path,
  className,
}: {
  view: EntitiesView;
  path: string;
  className: string;
}) {
  const others = view.columns.filter((other) => other !== path);
  return (
    <th scope="col" className={`${className} min-w-36`}>
      <span className="flex items-center gap-1">
        <span className="font-mono text-ink-2 [overflow-wrap:anywhere]">
          {path.split('/').map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in a path is its index
            <Fragment key={index}>
              {index === 0 ? null : (
                <>
                  <wbr />/
                </>
              )}
              <VisibleText text={step} />
            </Fragment>
          ))}
        </span>
        <Link
          href={entitiesHref(view, { columns: others, after: view.after })}
          aria-label={`Leave out the field ${visibleString(path)}`}
          className="flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden size={14} />
        </Link>
      </span>
    </th>
  );
}
