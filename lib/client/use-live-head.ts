/** The newest version of an entity while its page is open, learnt from the live stream of its events. */
import { useEffect, useRef, useState } from 'react';
import { entityApiPath } from '#wire';
import type { EntityName } from './entity-href.ts';

/** A burst of events is one piece of news. */
const NEWS_MS = 400;
const AGAIN_MS = 3_000;

/** `known`: the newest version on screen. Never less than it. */
export function useLiveHead({ namespace, type, id }: EntityName, known: number): number {
  const [newest, setNewest] = useState(known);
  const heard = useRef(known);
  useEffect(() => {
    heard.current = Math.max(heard.current, known);
  }, [known]);
  useEffect(() => {
    const address = () => {
      const query = new URLSearchParams({ ns: namespace, after: String(heard.current) });
      return `${entityApiPath(type, id, '/live')}?${query}`;
    };
    let news: ReturnType<typeof setTimeout> | undefined;
    const leave = follow(address, (version) => {
      heard.current = Math.max(heard.current, version);
      news ??= setTimeout(() => {
        news = undefined;
        setNewest(heard.current);
      }, NEWS_MS);
    });
    return () => {
      clearTimeout(news);
      leave();
    };
  }, [namespace, type, id]);
  return Math.max(newest, known);
}

/**
 * Connected only while the page is in sight: a browser has six connections to a server for all of its tabs, and those that nobody
 * looks at would leave none for the others.
 */
function follow(address: () => string, onVersion: (version: number) => void): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    if (document.visibilityState === 'hidden') return;
    const opened = new EventSource(address());
    source = opened;
    opened.addEventListener('event', ({ lastEventId }) => onVersion(Number(lastEventId)));
    // After a lost connection the browser comes back by itself, but after an answer that is no stream it does not: a server that
    // is starting says 503.
    opened.addEventListener('error', () => {
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
  };
  document.addEventListener('visibilitychange', open);
  open();
  return () => {
    document.removeEventListener('visibilitychange', open);
    close();
  };
}
