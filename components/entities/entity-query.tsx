import type { ReactNode } from 'react';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import type { EntitiesView } from '#wire';
import { entitiesHref, isNarrowed } from './entities-href.ts';
import { KeptFields } from './kept-fields.tsx';
import { TypeSelect } from './type-select.tsx';

const FIELD = 'h-8 min-w-0 rounded-md border border-line-2 bg-surface px-2 text-ink placeholder:text-ink-3';
const LABEL = 'flex min-w-0 flex-col gap-1 text-ink-2 text-sm';

/** Which entities: by type, by id, and by what was true of them. A plain form: its answer is an address, and it works before any script has run. */
export function EntityQuery({
  view,
  types,
  children,
}: {
  view: EntitiesView;
  types: readonly string[];
  /** The field of the query. */
  children: ReactNode;
}) {
  const { type, idContains } = view;
  const known = type === '' || types.includes(type) ? types : [type, ...types];
  return (
    <form action="/entities" method="get" className="flex flex-wrap items-end gap-3">
      <KeptFields view={view} without={{ query: '', type: '', idContains: '' }} />
      <TypeSelect
        type={type}
        types={known}
        labelLook={`${LABEL} max-sm:flex-1`}
        look={`${FIELD} max-w-64 text-base`}
      />
      <label className={`${LABEL} max-sm:flex-1`}>
        Id contains
        <input
          name="id"
          type="search"
          defaultValue={idContains}
          key={idContains}
          placeholder="4711"
          autoComplete="off"
          spellCheck={false}
          className={`${FIELD} w-44 font-mono max-sm:w-full`}
        />
      </label>
      <div className={`${LABEL} flex-1 max-md:basis-full`}>
        <span aria-hidden>Query about their state</span>
        {children}
      </div>
      <Button type="submit" look="solid" className="h-8">
        Find
      </Button>
      {!isNarrowed(view) ? null : (
        <Link
          href={entitiesHref(view, { query: '', type: '', idContains: '' })}
          className="flex h-8 items-center rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink"
        >
          Clear
        </Link>
      )}
    </form>
  );
}

/** Of what says why the query was refused. */
export const REFUSAL_ID = 'query-refused';
