'use client';

import { useCallback, useMemo, useState } from 'react';
import { clockIn } from '#client/search/query-clock';
import { useSettled } from '#client/use-settled';
import { parseQuery, type QueryProblem } from '#core';
import type { Written } from './query-bar-field.tsx';

/** How long writing rests before it is looked at: nobody is told of a word that is not finished. */
const REST_MS = 800;

export interface QueryDraft {
  readonly written: Written;
  /** Why it cannot be read; null while it is being written, too. */
  readonly problem: QueryProblem | null;
  /** The problem was asked for, by sending it off. */
  readonly isAsked: boolean;
  write(written: Written): void;
  /** Whether it reads; else the problem shows at once. */
  check(text: string): boolean;
}

/** What is written in the bar, which is the query that was sent until somebody writes. */
export function useQueryDraft(sent: string, zone: string): QueryDraft {
  const [written, setWritten] = useState<Written>({ text: sent, caret: sent.length });
  const [seen, setSeen] = useState(sent);
  const [asked, setAsked] = useState<string | null>(null);
  if (seen !== sent) {
    // Another query was sent, by a pill or by going back: what was being written gives way.
    setSeen(sent);
    setWritten({ text: sent, caret: sent.length });
    setAsked(null);
  }
  const { text } = written;
  const isAsked = asked === text;
  const isRested = useSettled(text, REST_MS) === text;
  const problem = useMemo(() => {
    if (!isAsked && !isRested) return null;
    const parsed = parseQuery(text, clockIn(zone));
    return parsed.ok ? null : parsed.error;
  }, [text, zone, isAsked, isRested]);
  const check = useCallback(
    (checked: string) => {
      setAsked(checked);
      return parseQuery(checked, clockIn(zone)).ok;
    },
    [zone],
  );
  return { written, problem, isAsked, write: setWritten, check };
}
