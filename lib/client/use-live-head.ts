/** The newest version of an entity while its page is open, learnt from the live stream of its events. */
import { useEffect, useRef, useState } from 'react';
import { entityApiPath } from '#wire';
import type { EntityName } from './entity-href.ts';
import { followStream } from './follow-stream.ts';

/** A burst of events is one piece of news. */
const NEWS_MS = 400;

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
    const leave = followStream(address, ({ lastEventId }) => {
      const version = Number(lastEventId);
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
