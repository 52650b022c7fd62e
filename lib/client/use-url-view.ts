/** What is on screen and its address, kept the same: the state moves at once, the address follows. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { parseView, type View, writeView } from '#wire';
import { UrlWriter } from './url-writer.ts';

/** How an address is read and written. Law: parse(write(view)) = view. */
export interface ViewCodec<V> {
  parse(params: URLSearchParams): { readonly view: V; readonly ignored: readonly string[] };
  write(view: V): URLSearchParams;
}

export interface UrlView<V> {
  readonly view: V;
  /** Parts of the address that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
  /** `push`: the back button comes back here. */
  change(patch: Partial<V>, how: 'push' | 'replace'): void;
}

const ENTITY_VIEW: ViewCodec<View> = { parse: parseView, write: writeView };

/** Of the page of one entity. */
export function useUrlView(search: string): UrlView<View> {
  return useAddress(search, ENTITY_VIEW);
}

/** `search` is the query the page was rendered for; a new one (a link to this page) counts as going there. `codec` stays the same. */
export function useAddress<V>(search: string, codec: ViewCodec<V>): UrlView<V> {
  const [shown, setShown] = useState(() => codec.parse(new URLSearchParams(search)));
  const newest = useRef(shown.view);
  /** The query that the address bar has because of us; null before the first look at it. */
  const written = useRef<string | null>(null);
  const writer = useMemo(
    () =>
      new UrlWriter((address, how) => {
        written.current = new URL(address, window.location.href).search;
        if (how === 'push') window.history.pushState(null, '', address);
        else window.history.replaceState(null, '', address);
      }),
    [],
  );

  const change = useCallback(
    (patch: Partial<V>, how: 'push' | 'replace') => {
      const view = { ...newest.current, ...patch };
      const query = codec.write(view).toString();
      if (query === codec.write(newest.current).toString()) return;
      newest.current = view;
      setShown({ view, ignored: [] });
      writer.put(addressOf(query), how);
    },
    [writer, codec],
  );

  const adopt = useCallback(() => {
    writer.cancel();
    written.current = window.location.search;
    const parsed = codec.parse(new URLSearchParams(window.location.search));
    newest.current = parsed.view;
    setShown(parsed);
  }, [writer, codec]);

  // A page that the back button comes to is rendered for what it was opened with; where it had gone from there, the address bar knows.
  useEffect(() => {
    if (written.current !== null) return;
    written.current = window.location.search;
    if (new URLSearchParams(window.location.search).toString() !== new URLSearchParams(search).toString())
      adopt();
  }, [search, adopt]);

  useEffect(() => {
    // What is written while a link is followed calls the reader back: it is written before the click is heard.
    const flush = () => writer.flush();
    window.addEventListener('click', flush, true);
    window.addEventListener('popstate', adopt);
    return () => {
      window.removeEventListener('click', flush, true);
      window.removeEventListener('popstate', adopt);
      writer.cancel();
    };
  }, [writer, adopt]);

  // A link to this page with another query renders the page anew. The address bar is asked, not `search`: what was rendered
  // may be older than what has been written since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new rendering is the trigger
  useEffect(() => {
    if (written.current === null || window.location.search === written.current) return;
    adopt();
  }, [search]);

  return { view: shown.view, ignored: shown.ignored, change };
}

function addressOf(query: string): string {
  return `${window.location.pathname}${query === '' ? '' : `?${query}`}`;
}
