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
  const writer = useMemo(
    () =>
      new UrlWriter((address, how) => {
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

  useEffect(() => {
    const follow = () => {
      writer.cancel();
      const parsed = parseView(new URLSearchParams(window.location.search));
      newest.current = parsed.view;
      setShown(parsed);
    };
    window.addEventListener('popstate', follow);
    return () => {
      window.removeEventListener('popstate', follow);
      writer.cancel();
    };
  }, [writer]);

  const rendered = useRef(search);
  useEffect(() => {
    if (rendered.current === search) return;
    rendered.current = search;
    const parsed = parseView(new URLSearchParams(search));
    newest.current = parsed.view;
    setShown(parsed);
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
