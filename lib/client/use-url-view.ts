/** What is on screen and its address, kept the same: the state moves at once, the address follows. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { parseView, type View, writeView } from '#wire';
import { UrlWriter } from './url-writer.ts';

export interface UrlView {
  readonly view: View;
  /** Parts of the address that could not be read, as `name=value`. */
  readonly ignored: readonly string[];
  /** `push`: the back button comes back here. */
  change(patch: Partial<View>, how: 'push' | 'replace'): void;
}

/** `search` is the query the page was rendered for; a new one (a link to this page) counts as going there. */
export function useUrlView(search: string): UrlView {
  const [shown, setShown] = useState(() => parseView(new URLSearchParams(search)));
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
    (patch: Partial<View>, how: 'push' | 'replace') => {
      const view = { ...newest.current, ...patch };
      if (sameView(view, newest.current)) return;
      newest.current = view;
      setShown({ view, ignored: [] });
      writer.put(addressOf(view), how);
    },
    [writer],
  );

  const adopt = useCallback(() => {
    writer.cancel();
    written.current = window.location.search;
    const parsed = parseView(new URLSearchParams(window.location.search));
    newest.current = parsed.view;
    setShown(parsed);
  }, [writer]);

  useEffect(() => {
    written.current ??= window.location.search;
    window.addEventListener('popstate', adopt);
    return () => {
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

function addressOf(view: View): string {
  const query = writeView(view).toString();
  return `${window.location.pathname}${query === '' ? '' : `?${query}`}`;
}

function sameView(one: View, other: View): boolean {
  return writeView(one).toString() === writeView(other).toString();
}
