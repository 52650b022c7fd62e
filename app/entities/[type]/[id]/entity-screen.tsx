'use client';

import { useCallback, useMemo, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import type { IgnoreRules } from '#client/ignore-rules';
import { useIsMoving } from '#client/moving-place';
import { nextLook } from '#client/next-look';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { useMatching } from '#client/replay/use-matching';
import { usePins } from '#client/replay/use-pins';
import { type PageHistory, useReplay } from '#client/replay/use-replay';
import { SharedWindow } from '#client/shared-window';
import { type UpcasterStep, UpcastersContext } from '#client/upcasters';
import { useCursor } from '#client/use-cursor';
import { useFollowedField } from '#client/use-followed-field';
import { useGoTo } from '#client/use-go-to';
import { useUrlView } from '#client/use-url-view';
import type { EntityLabels } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { WordingContext } from '#client/wording/use-wording';
import { wordingOf } from '#client/wording/wording';
import { useShownZone, ZoneContext } from '#client/zone';
import { TimelineDock } from '#components/timeline/timeline-dock';
import { type Axis, parseMoment } from '#core';
import { type AppTime, type EventFilter, type EventPage, isDiffLook, NO_FILTER, type View } from '#wire';
import { axisNotice } from './axis-notice.ts';
import { countedUpTo } from './counted-up-to.ts';
import { EntityExport } from './entity-export.tsx';
import { EntityHeader } from './entity-header.tsx';
import { EntityPanes } from './entity-panes.tsx';
import { LiveLine } from './live-line.tsx';
import { ScreenNotices } from './screen-notices.tsx';
import { useScreenCommands } from './use-screen-commands.ts';
import { useScreenNotes } from './use-screen-notes.tsx';

export interface EntityScreenProps {
  readonly entity: EntityName;
  readonly page: PageHistory;
  /** Newest version when the page was made. */
  readonly head: number;
  readonly defaultAxis: Axis;
  readonly axisReason: string | null;
  /** Newest position of the whole log when the page was made. */
  readonly logHead: bigint;
  readonly firstEvents: EventPage | null;
  /** Query the page was asked with. */
  readonly search: string;
  readonly namespaces: readonly string[];
  readonly labels: EntityLabels;
  readonly upcasters: readonly UpcasterStep[];
}

/** Three panes over a dock, all of them on one cursor that is also the address. */
export function EntityScreen(props: EntityScreenProps) {
  const { entity, page, logHead, defaultAxis, namespaces } = props;
  const { view, ignored, change } = useUrlView(props.search);
  const zone = useShownZone(view.zone);
  const { face } = useFace();
  const wording = useMemo(() => wordingOf(face, props.labels), [face, props.labels]);
  const axis = view.axis ?? defaultAxis;
  const upTo = countedUpTo(view.upTo, axis, page.upTo === null ? props.head : null);
  const wanted = { entity, axis, upTo, at: view.at, logHead };
  const { replay, loading, problem: axisProblem } = useReplay(wanted, page);
  // Whoever goes to a moment stays there: from then on nothing follows new events.
  const goTowards = useCallback<typeof change>(
    (patch, how) => change(typeof patch.at === 'string' ? { ...patch, isLive: false } : patch, how),
    [change],
  );
  const cursor = useCursor(replay, logHead, view.at, goTowards);
  const { pins, problems: pinProblems, setPins } = usePins(replay, logHead, view, cursor.place, change);
  const {
    goTo,
    problem: goToProblem,
    forget: forgetGoTo,
    note: goToNote,
    looking,
  } = useGoTo(entity, replay, logHead, view.at, zone, goTowards);
  const notes = useScreenNotes({
    ...{ entity, replay, pins, logHead, zone },
    path: view.path,
    isDiff: isDiffLook(view.pane),
    onGo: cursor.go,
  });
  const field = useFollowedField(replay, view.path, cursor, goTowards);
  const [shared] = useState(() => new SharedWindow());
  const showHistory = useCallback((path: string) => change({ path, pane: 'field' }, 'push'), [change]);
  const showOnlyChanges = useCallback(
    (path: string) => change({ filter: { ...NO_FILTER, path } }, 'push'),
    [change],
  );
  const setScale = useCallback((scale: View['scale']) => change({ scale }, 'push'), [change]);
  const gaps = useMemo(
    () => ({ folded: view.foldsGaps, onFold: (foldsGaps: boolean) => change({ foldsGaps }, 'push') }),
    [view.foldsGaps, change],
  );
  const isLive = view.isLive && view.at === null && upTo === null;
  const live = useMemo(
    () => ({
      on: isLive,
      // What was left out or gone back to is not what comes next.
      onToggle: (on: boolean) =>
        change(on ? { isLive: true, at: null, upTo: null } : { isLive: false }, 'push'),
    }),
    [isLive, change],
  );
  const matched = useMatching(replay, view.filter);
  const setFilter = useCallback((filter: EventFilter) => change({ filter }, 'push'), [change]);
  const setPane = useCallback((pane: View['pane']) => change({ pane }, 'push'), [change]);
  const goToNextLook = useCallback(() => setPane(nextLook(view.pane)), [setPane, view.pane]);
  const rules = useMemo(
    () => ({ ignores: view.ignores, ignoresOrder: view.ignoresOrder }),
    [view.ignores, view.ignoresOrder],
  );
  const setRules = useCallback((next: IgnoreRules) => change(next, 'push'), [change]);
  // While B follows, its handle in the dock rests with the playhead and is not drawn anew with each step of a drag.
  const { a, bFollows } = pins;
  const pinB = bFollows ? cursor.committed : pins.b;
  const dockPins = useMemo(() => ({ a, b: pinB, bFollows }), [a, pinB, bFollows]);
  const setAxis = useCallback(
    (next: Axis) =>
      change(
        { axis: next === defaultAxis ? null : next, ...(next === 'recorded' ? { upTo: null } : {}) },
        'push',
      ),
    [change, defaultAxis],
  );
  const setZone = useCallback((next: string | null) => change({ zone: next }, 'push'), [change]);
  const setTime = useCallback(
    ({ asOf, axis: next, zone: shown }: AppTime) =>
      change({ at: asOf, axis: next === defaultAxis ? null : next, zone: shown, isLive: false }, 'push'),
    [change, defaultAxis],
  );
  const goNow = useCallback(() => change({ at: null }, 'push'), [change]);
  const takeAll = useCallback(() => change({ upTo: null }, 'push'), [change]);
  const givenReason = axis === defaultAxis ? props.axisReason : null;
  const axisReason = useMemo(() => axisNotice(replay.outline.segments, givenReason), [replay, givenReason]);
  const exporter = useMemo(
    () => <EntityExport {...{ entity, replay, view }} a={pins.a} b={pins.b} ordinal={cursor.committed} />,
    [entity, replay, view, pins, cursor.committed],
  );
  const isMoving = useIsMoving(cursor.place);
  const instant = useMemo(() => instantOfMoment(view.at), [view.at]);
  useScreenCommands({
    entity,
    replay,
    view,
    zone,
    wording,
    field,
    place: cursor.place,
    go: cursor.go,
    goTo,
    forgetGoTo,
    change,
    setAxis,
  });
  return (
    <ZoneContext value={zone}>
      <WordingContext value={wording}>
        <div className="entity-screen flex h-dvh flex-col overflow-y-auto overflow-x-hidden" {...cursor.keys}>
          <EntityHeader
            {...{ entity, namespaces, replay, axis, loading }}
            place={cursor.place}
            at={view.at}
            onAxis={setAxis}
            zone={view.zone}
            onZone={setZone}
            onNow={goNow}
            onTime={setTime}
          >
            {exporter}
          </EntityHeader>
          <ScreenNotices
            problems={[shownInstead(cursor.problem, replay, cursor.committed), ...pinProblems, axisProblem]}
            ignored={upTo === view.upTo ? ignored : [...ignored, `upto=${view.upTo}`]}
            upTo={upTo}
            onAll={takeAll}
            axisReason={axisReason}
          />
          {upTo !== null ? null : (
            <LiveLine
              entity={entity}
              known={replay.length}
              // While something is dragged nothing is pulled away from under it.
              follows={isLive && !isMoving}
            />
          )}
          <UpcastersContext value={props.upcasters}>
            <EntityPanes
              {...{ entity, replay, pins, rules, matched, notes, field, shared }}
              onHistory={showHistory}
              onOnlyChanges={showOnlyChanges}
              filter={view.filter}
              onFilter={setFilter}
              loading={loading || looking}
              place={cursor.place}
              at={view.at}
              zone={view.zone}
              pane={view.pane}
              onPane={setPane}
              onRules={setRules}
              onPins={setPins}
              onGo={cursor.go}
              head={props.head}
              firstEvents={props.firstEvents}
            />
          </UpcastersContext>
          <TimelineDock
            {...{ replay, goToProblem, goToNote, gaps, live, shared }}
            followed={field.track?.ordinals ?? null}
            pins={dockPins}
            ordinal={cursor.committed}
            instant={instant}
            onPreview={cursor.preview}
            onCommit={cursor.go}
            onPins={setPins}
            onDiffLook={goToNextLook}
            scale={view.scale}
            onScale={setScale}
            matching={matched.matching}
            zone={zone}
            onGoTo={goTo}
            onGoToCleared={forgetGoTo}
            notes={notes.dock}
          />
        </div>
      </WordingContext>
    </ZoneContext>
  );
}

/** A moment of the address that is not there is not an error page: another event is shown, mostly the newest, and said to be. */
function shownInstead(problem: string | null, replay: Replay, ordinal: number): string | null {
  if (problem === null) return null;
  const shown = ordinal === replay.length ? 'The newest event' : `Event ${versionText(replay, ordinal)}`;
  return `${problem} ${shown} is shown instead.`;
}

/** null where the address names an event, or nothing. */
function instantOfMoment(at: string | null): bigint | null {
  const moment = at === null ? null : parseMoment(at);
  return moment?.ok && moment.value.kind === 'instant' ? moment.value.at : null;
}
