'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { askServer } from '#client/ask-server';
import { useSettled } from '#client/use-settled';
import { Button } from '#components/ui/button';
import { visibleString } from '#components/ui/visible-text';
import { type EntitiesView, MOST_COLUMNS, readNames } from '#wire';
import { KeptFields } from './kept-fields.tsx';

/** A field more is shown beside each entity, with its value then. Names are offered as they are typed. */
export function ColumnForm({
  view,
  paths,
}: {
  view: EntitiesView;
  /** The first fields of the store, offered before any script has run. */
  paths: readonly string[];
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const offered = useOffered(view.namespace, useSettled(typed, 150), paths);
  if (view.columns.length >= MOST_COLUMNS)
    return <p className="text-ink-3">No more than {MOST_COLUMNS} columns can be shown.</p>;
  return (
    <form action="/entities" method="get" className="flex flex-wrap items-center gap-2">
      <KeptFields view={view} without={{}} />
      <label className="flex min-w-0 max-w-80 flex-1 items-center gap-2 text-ink-2 text-sm">
        <span className="shrink-0">Column</span>
        <input
          key={view.columns.length}
          name="col"
          list={`${id}-paths`}
          onChange={({ target }) => setTyped(target.value)}
          placeholder="/status"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="h-7 min-w-0 flex-1 rounded-md border border-line-2 bg-surface px-2 font-mono text-ink placeholder:text-ink-3"
        />
      </label>
      <datalist id={`${id}-paths`}>
        {offered
          .filter((path) => !view.columns.includes(path))
          .map((path) => (
            <option key={path} value={path} label={visibleString(path)} />
          ))}
      </datalist>
      <Button type="submit" look="outlined">
        Show the field
      </Button>
    </form>
  );
}

/** Those that begin with what is typed; the first of all until there are any. */
function useOffered(namespace: string, typed: string, first: readonly string[]): readonly string[] {
  const starts = typed === '' || typed.startsWith('/') ? typed : `/${typed}`;
  const { data } = useQuery({
    queryKey: ['paths', namespace, starts],
    enabled: starts !== '',
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ ns: namespace, of: 'path', text: starts });
      const answer = await askServer(`/api/v1/names?${query}`, { signal });
      return answer.ok ? readNames(await answer.json()).names : [];
    },
  });
  return data ?? first;
}
