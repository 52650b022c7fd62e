import { modelHref } from '#client/catalogue-href';
import { Disclosure } from '#components/ui/disclosure';
import { Link } from '#components/ui/link';
import { VisibleText } from '#components/ui/visible-text';
import type { EventModelAnswer, ModelView } from '#wire';

/** More than these fold away behind a line that counts them. */
const FIRST = 12;

/** Whose streams are shown. */
export function EntityTypeNav({ view, types }: { view: ModelView; types: EventModelAnswer['entityTypes'] }) {
  const shown = types.slice(0, FIRST);
  const rest = types.slice(FIRST);
  const isAmongRest = rest.some(({ entityType }) => entityType === view.entityType);
  return (
    <nav aria-label="Entity types" className="flex flex-col gap-1">
      <TypeLinks view={view} types={shown} />
      {rest.length === 0 ? null : (
        <Disclosure
          summaryClassName="min-h-6 w-fit text-ink-2 hover:text-ink"
          summary={`${rest.length.toLocaleString('en')} more with fewer events${isAmongRest ? ', one of them shown' : ''}`}
        >
          <TypeLinks view={view} types={rest} />
        </Disclosure>
      )}
    </nav>
  );
}

function TypeLinks({ view, types }: { view: ModelView; types: EventModelAnswer['entityTypes'] }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {types.map(({ entityType, events }) => (
        <li key={entityType}>
          <Link
            href={modelHref({ ...view, entityType, share: null, picked: null, after: null })}
            aria-current={entityType === view.entityType ? 'page' : undefined}
            className="flex min-h-7 items-center rounded-md border border-line-2 px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:border-ink aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            <VisibleText text={entityType} />
            <span className="ml-1.5 font-mono font-normal text-ink-3 text-sm">
              {events.toLocaleString('en')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
