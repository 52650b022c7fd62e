import { useRouter } from 'next/navigation';
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useHandlers } from '#client/commands/handlers';
import { useShownEntity } from '#client/commands/on-screen';
import { useRecentVisit } from '#client/commands/recent-entities';
import type { EntityName } from '#client/entity-href';
import { fieldChoices } from '#client/field-choices';
import { type Place, placeNow } from '#client/moving-place';
import type { Replay } from '#client/replay/replay';
import { reportHref } from '#client/report-href';
import type { FollowedField } from '#client/use-followed-field';
import type { Wording } from '#client/wording/wording';
import type { Axis } from '#core';
import type { View } from '#wire';

/** What the page of an entity can be told to do, beside what its timeline can. */
export function useScreenCommands({
  entity,
  replay,
  view,
  zone,
  wording,
  field,
  place,
  go,
  goTo,
  forgetGoTo,
  change,
  setAxis,
}: {
  readonly entity: EntityName;
  readonly replay: Replay;
  readonly view: View;
  /** That times are written in. */
  readonly zone: string;
  readonly wording: Wording;
  readonly field: FollowedField;
  readonly place: Place;
  go(ordinal: number): void;
  goTo(typed: string): Promise<boolean>;
  /** Takes back what was said of a moment that there is not. */
  forgetGoTo(): void;
  change(patch: Partial<View>, how: 'push' | 'replace'): void;
  setAxis(axis: Axis): void;
}): void {
  const show = (pane: View['pane']) => () => change({ pane }, 'push');
  const { path } = view;
  const router = useRouter();
  useHandlers({
    now: () => change({ at: null }, 'push'),
    showState: show('state'),
    showField: path === null ? undefined : show('field'),
    showSplit: show('split'),
    showUnified: show('unified'),
    showTable: show('table'),
    showRaw: show('raw'),
    recorded: replay.axis === 'recorded' ? undefined : () => setAxis('recorded'),
    occurred: replay.axis === 'occurred' ? undefined : () => setAxis('occurred'),
    zone: () => change({ zone: nextZone(view.zone) }, 'push'),
    previousChange: field.path === null ? undefined : () => field.step(-1),
    nextChange: field.path === null ? undefined : () => field.step(1),
    report: () => router.push(reportHref(entity, view)),
    copyAddress: () => void navigator.clipboard?.writeText(location.href),
  });
  useRecentVisit(entity);
  const latest = useRef(place);
  useLayoutEffect(() => {
    latest.current = place;
  });
  const nearest = useCallback(
    (type: string, direction: 1 | -1) => nearestOf(replay, placeNow(latest.current), type, direction),
    [replay],
  );
  const fields = useCallback(async () => {
    const { leaves } = await replay.ask({ what: 'scene', ordinal: placeNow(latest.current) });
    return fieldChoices(
      leaves.map(({ path }) => path),
      wording,
    );
  }, [replay, wording]);
  const showField = useCallback((path: string) => change({ path, pane: 'field' }, 'push'), [change]);
  const goToTyped = useCallback(
    async (typed: string) => {
      const went = await goTo(typed);
      // Whoever asked says so; the field of the timeline, into which nothing was typed, has nothing to be mended.
      if (!went) forgetGoTo();
      return went;
    },
    [goTo, forgetGoTo],
  );
  const { eventOf } = wording;
  useShownEntity(
    useMemo(
      () => ({
        ...{ entity, zone, eventOf, fields, showField, nearest },
        goTo: goToTyped,
        types: replay.columns.types,
        goToOrdinal: go,
      }),
      [entity, zone, eventOf, fields, showField, replay, goToTyped, nearest, go],
    ),
  );
}

/** UTC, this machine's, and round again; from a named one to UTC. */
const nextZone = (zone: string | null): string | null => (zone === null ? 'local' : null);

/** Where the history is not read yet its types are guessed, and a guess is no place to go to. */
function nearestOf({ columns }: Replay, from: number, type: string, direction: 1 | -1): number | null {
  const index = columns.types.indexOf(type);
  if (index < 0) return null;
  const found =
    direction === 1
      ? columns.type.indexOf(index, from)
      : from < 2
        ? -1
        : columns.type.lastIndexOf(index, from - 2);
  return found < 0 || !columns.exact(found + 1) ? null : found + 1;
}
