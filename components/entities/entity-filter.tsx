import Link from 'next/link';
import { pageHref } from '#client/entity-href';
import { Button } from '#components/ui/button';
import { visibleString } from '#components/ui/visible-text';

export interface EntitiesFilter {
  /** Empty: every type. */
  readonly type: string;
  readonly idContains: string;
  readonly after: { readonly entityType: string; readonly entityId: string } | null;
}

export function isFiltered({ type, idContains }: EntitiesFilter): boolean {
  return type !== '' || idContains !== '';
}

const FIELD = 'h-8 rounded-md border border-line-2 bg-surface px-2 placeholder:text-ink-3';

/** A plain form: its answer is an address, and it works before any script has run. */
export function EntityFilter({
  namespace,
  question,
  types,
}: {
  namespace: string;
  question: EntitiesFilter;
  types: readonly string[];
}) {
  const known = question.type === '' || types.includes(question.type) ? types : [question.type, ...types];
  return (
    <form action="/entities" method="get" className="flex flex-wrap items-end gap-3">
      {namespace === 'main' ? null : <input type="hidden" name="ns" value={namespace} />}
      <label className="flex min-w-0 flex-col gap-1 text-ink-2 text-sm max-sm:flex-1">
        Type
        <select
          name="type"
          defaultValue={question.type}
          key={question.type}
          className={`${FIELD} max-w-64 text-base text-ink`}
        >
          <option value="">Every type</option>
          {known.map((type) => (
            <option key={type} value={type}>
              {visibleString(type)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-ink-2 text-sm max-sm:flex-1">
        Id contains
        <input
          name="id"
          type="search"
          defaultValue={question.idContains}
          key={question.idContains}
          placeholder="4711"
          autoComplete="off"
          spellCheck={false}
          className={`${FIELD} w-64 min-w-0 font-mono text-ink text-sm max-sm:w-full`}
        />
      </label>
      <Button type="submit" look="solid" className="h-8">
        Filter
      </Button>
      {!isFiltered(question) ? null : (
        <Link
          href={pageHref('/entities', namespace)}
          className="flex h-8 items-center rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink"
        >
          Clear
        </Link>
      )}
    </form>
  );
}
