/** The one playhead of several entities: a moment of the address, and the ordinal that each of them has then. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { clockOf, formatInstant, parseMoment } from '#core';
import type { TogetherView } from '#wire';
import type { Replay } from '../replay/replay.ts';
import { momentAtOnce, type ResolvedMoment } from '../resolve-moment.ts';
import type { MergedStream } from './merged-stream.ts';
import type { JoinedReplay } from './use-merged.ts';

type Change = (patch: Partial<TogetherView>, how: 'push' | 'replace') => void;

export interface ClockInputs {
  readonly joined: readonly JoinedReplay[];
  readonly merged: MergedStream;
  readonly logHead: bigint;
  readonly view: Pick<TogetherView, 'at' | 'a' | 'b'>;
  readonly change: Change;
}

export interface Clock {
  /** By entity, where the panes are: the preview while there is one. */
  readonly ordinals: readonly number[];
  /** Where the address is, as a place of the merged timeline. */
  readonly committed: number;
  readonly problem: string | null;
  /** By entity; null where a pin is not set. */
  readonly a: readonly number[] | null;
  readonly b: readonly number[] | null;
  /** Microseconds since 1970, where the address is at an instant at which none of them changed. */
  readonly instant: bigint | null;
  preview(place: number): void;
  /** `instant`: one between two events, and `place` the last one at or before it. */
  go(place: number, instant?: bigint | null): void;
  setPins(pins: { readonly a: number | null; readonly b: number | null }): void;
}

export function useClock({ joined, merged, logHead, view, change }: ClockInputs): Clock {
  const at = useMoments(joined, view.at, logHead);
  const a = useMoments(joined, view.a, logHead);
  const b = useMoments(joined, view.b, logHead);
  const [previewed, setPreviewed] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment or another timeline ends the preview
  useLayoutEffect(() => setPreviewed(null), [at.ordinals, merged]);
  const committed = merged.placeOf(at.ordinals);
  const instant = useMemo(() => instantBetween(merged, committed, view.at), [merged, committed, view.at]);
  const from = useRef(committed);
  from.current = committed;
  const go = useCallback(
    (place: number, instant: bigint | null = null) => {
      const rest = instant === null ? merged.restOf(place, from.current) : place;
      setPreviewed(rest);
      const moment = instant === null ? momentOf(merged, rest) : Promise.resolve(formatInstant(instant));
      moment.then(
        (at) => change({ at }, 'push'),
        () => setPreviewed(null),
      );
    },
    [merged, change],
  );
  const setPins = useCallback<Clock['setPins']>(
    (pins) => {
      const moment = (place: number | null) => (place === null ? null : momentOf(merged, place, true));
      Promise.all([moment(pins.a), moment(pins.b)]).then(
        ([one, other]) => change({ a: one, b: other }, 'push'),
        () => undefined,
      );
    },
    [merged, change],
  );
  const ordinals = useMemo(
    () => (previewed === null ? at.ordinals : merged.ordinalsAt(previewed)),
    [previewed, at.ordinals, merged],
  );
  return {
    ordinals,
    committed,
    problem: at.problem,
    instant,
    a: view.a === null ? null : a.ordinals,
    b: view.b === null ? null : b.ordinals,
    preview: setPreviewed,
    go,
    setPins,
  };
}

/** null where the moment of the address is that of an event, or the one just before the first. */
function instantBetween(merged: MergedStream, place: number, at: string | null): bigint | null {
  const moment = at === null ? null : parseMoment(at);
  if (place === 0 || moment?.ok !== true || moment.value.kind !== 'instant') return null;
  const last = merged.origin + (merged.at[place - 1] ?? 0);
  return Math.round(last * 1000) === Number(moment.value.at) ? null : moment.value.at;
}

/** The newest place is "now", unless it is to stay where it is. */
async function momentOf(merged: MergedStream, place: number, stays = false): Promise<string | null> {
  if (place >= merged.length && !stays) return null;
  const event = await merged.eventAt(Math.max(1, place));
  const clock = clockOf(event, merged.axis);
  return formatInstant(place < 1 ? clock - 1n : clock);
}

const NOT_YET: readonly ResolvedMoment[] = [];

interface Moments {
  readonly ordinals: readonly number[];
  readonly problem: string | null;
}

/** While a moment is looked for, the one before stays. */
function useMoments(joined: readonly JoinedReplay[], text: string | null, logHead: bigint): Moments {
  const known = useMemo(
    () => joined.map(({ replay }) => knownMoment(replay, text, logHead)),
    [joined, text, logHead],
  );
  const isKnown = known.every((moment) => moment !== null);
  const query = useQuery({
    queryKey: ['together', joined.map(({ replay }) => replay.key), text, String(logHead)],
    queryFn: () => Promise.all(joined.map(({ replay }) => replay.ask({ what: 'moment', text, logHead }))),
    enabled: !isKnown,
    structuralSharing: false,
    networkMode: 'always',
  });
  const found: readonly ResolvedMoment[] | undefined = isKnown ? known : query.data;
  const [kept, setKept] = useState(found);
  if (found !== undefined && found !== kept) setKept(found);
  const shown = found ?? kept ?? NOT_YET;
  return useMemo(
    () => ({
      ordinals: joined.map(({ replay }, entity) => shown[entity]?.ordinal ?? replay.length),
      problem: shown.find(({ problem }) => problem !== null)?.problem ?? query.error?.message ?? null,
    }),
    [joined, shown, query.error],
  );
}

function knownMoment(replay: Replay, text: string | null, logHead: bigint): ResolvedMoment | null {
  return momentAtOnce(replay, text) ?? replay.known({ what: 'moment', text, logHead }) ?? null;
}
