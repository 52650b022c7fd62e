import { useCallback, useMemo, useRef, useState } from 'react';
import type { PageTime } from '#client/page-time';
import { questionOf, SearchRefusal } from '#client/search/found-question';
import { usualColumns } from '#client/search/result-columns';
import { useFoundRows } from '#client/search/use-found-rows';
import { useFoundSummary } from '#client/search/use-found-summary';
import { useAddress, type ViewCodec } from '#client/use-url-view';
import { useShownZone } from '#client/zone';
import { type Axis, namedPaths, parseQuery, type QueryClock, type Times, timesOf, withTimes } from '#core';
import { parseSearchView, type ResultSort, type SearchView, writeSearchView } from '#wire';
import type { FirstFound } from './first-found.ts';

const CODEC: ViewCodec<SearchView> = { parse: parseSearchView, write: writeSearchView };

/** What is on screen, what it means, and what the server answers to it. */
export function useSearchScreen(
  search: string,
  refused: PageTime['refused'],
  first: FirstFound,
  firstNow: bigint,
) {
  const address = useAddress(search, CODEC);
  const { change } = address;
  const refusedTime = address.view.asOf !== null && address.view.asOf === refused?.typed ? refused : null;
  const view = useMemo(
    () => (refusedTime === null ? address.view : { ...address.view, asOf: null }),
    [address.view, refusedTime],
  );
  const zone = useShownZone(view.zone);
  const [round, setRound] = useState(0);
  const clock = useQueryClock(zone, `${round} ${view.text}`, firstNow);
  const read = useMemo(() => parseQuery(view.text, clock), [view.text, clock]);
  const named = useMemo(() => (read.ok ? namedPaths(read.value.query) : []), [read]);
  const { namespace, text, sort, axis, row } = view;
  // Of this query alone: another one may be answered at once.
  const [patientOf, setPatientOf] = useState<string | null>(null);
  const isPatient = patientOf === text;
  const question = useMemo(
    () => ({ ...questionOf(view), zone, ...(isPatient ? { isPatient } : {}) }),
    [view, zone, isPatient],
  );
  const isLive = isFollowable(view);
  const isFirstRound = round === 0;
  const rows = useFoundRows(
    { question, round, row },
    first.pages === null || !isFirstRound
      ? null
      : { asked: { question: first.question, round, row: first.row }, pages: first.pages },
    read.ok,
  );
  const found = useFoundSummary(
    { namespace, text, zone, asOf: question.asOf, axis, round, ...(isPatient ? { isPatient } : {}) },
    read.ok,
    isLive,
    first.summary === null || !isFirstRound
      ? null
      : { asked: { ...first.question, axis: first.axis, round }, summary: first.summary },
  );
  const lookAgain = useCallback(() => setRound((before) => before + 1), []);
  // Another question is another list: no row of it is selected.
  const setText = useCallback((next: string) => change({ text: next, row: null }, 'push'), [change]);
  const setSort = useCallback(
    (by: ResultSort, way: 'desc' | 'asc') =>
      change({ sort: by, direction: way, row: null, isLive: false }, 'push'),
    [change],
  );
  const setRow = useCallback((place: string) => change({ row: place }, 'replace'), [change]);
  const setWidths = useCallback((widths: SearchView['widths']) => change({ widths }, 'replace'), [change]);
  const problem = read.ok ? rows.problem : null;
  const failure = problem ?? (read.ok ? found.problem : null);
  return {
    view,
    question,
    /** Why the page does not stand at the moment that the address still has; null: it does. */
    refusedTime,
    ignored: address.ignored,
    change,
    zone,
    clock,
    read,
    named,
    rows,
    found,
    problem,
    /** Over what was asked. */
    refusal: failure instanceof SearchRefusal ? failure : null,
    columns: view.columns ?? usualColumns(sort),
    times: read.ok ? timesOf(read.value.query, axis) : null,
    isLive,
    lookAgain,
    /** Although it takes long. */
    waitForIt: () => setPatientOf(text),
    setText,
    setSort,
    setRow,
    setWidths,
    setTimes: (times: Times) => setText(withTimes(text, axis, times)),
    setAxis: (next: Axis) => change({ axis: next }, 'push'),
  };
}

/** What comes is put in front, which is where it belongs only in the order of the log; and none of it was there at a moment of the past. */
function isFollowable({ isLive, sort, direction, asOf }: SearchView): boolean {
  return isLive && sort === 'position' && direction === 'desc' && asOf === null;
}

export type SearchScreen = ReturnType<typeof useSearchScreen>;

/** When the query is read: as it is asked, and not as time passes. */
function useQueryClock(zone: string, asked: string, firstNow: bigint): QueryClock {
  const known = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is the trigger
  const now = useMemo(() => {
    const isFirst = known.current === null || known.current === asked;
    known.current ??= asked;
    return isFirst ? firstNow : BigInt(Date.now()) * 1000n;
  }, [asked]);
  return useMemo(() => ({ now, zone }), [now, zone]);
}
