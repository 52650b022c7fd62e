'use client';

import { useCallback, useMemo, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { versionText } from '#client/playhead-words';
import type { Replay } from '#client/replay/replay';
import { usePins } from '#client/replay/use-pins';
import { type PageHistory, useReplay } from '#client/replay/use-replay';
import { SharedWindow } from '#client/shared-window';
import { useCursor } from '#client/use-cursor';
import { useFollowedField } from '#client/use-followed-field';
import { useGoTo } from '#client/use-go-to';
import { useUrlView } from '#client/use-url-view';
import { TimelineDock } from '#components/timeline/timeline-dock';
import type { Axis } from '#core';
import { type EventPage, NO_FILTER, type View } from '#wire';
import { axisNotice } from './axis-notice.ts';
import { countedUpTo } from './counted-up-to.ts';
import { EntityHeader } from './entity-header.tsx';
import { EntityPanes } from './entity-panes.tsx';
import { LiveLine } from './live-line.tsx';
import { ScreenNotices } from './screen-notices.tsx';

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
}

/** Three panes over a dock, all of them on one cursor that is also the address. */
export function EntityScreen(props: EntityScreenProps) {
  const { entity, page, logHead, defaultAxis, namespaces } = props;
  const { view, ignored, change } = useUrlView(props.search);
  const axis = view.axis ?? defaultAxis;
  const upTo = countedUpTo(view.upTo, axis, page.upTo === null ? props.head : null);
  const wanted = { entity, axis, upTo, at: view.at, logHead };
  const { replay, loading, problem: axisProblem } = useReplay(wanted, page);
  const cursor = useCursor(replay, logHead, view.at, change);
  const { pins, problems: pinProblems, setPins } = usePins(replay, logHead, view, change);
  const { goTo, problem: goToProblem, looking } = useGoTo(replay, logHead, view.at, change);
  const field = useFollowedField(replay, view.path, cursor, change);
  const [shared] = useState(() => new SharedWindow());
  const showHistory = useCallback((path: string) => change({ path, pane: 'field' }, 'push'), [change]);
  const showOnlyChanges = useCallback(
    (path: string) => change({ filter: { ...NO_FILTER, path } }, 'push'),
    [change],
  );
  const setScale = useCallback((scale: View['scale']) => change({ scale }, 'push'), [change]);
  const setPane = useCallback((pane: View['pane']) => change({ pane }, 'push'), [change]);
  const setAxis = useCallback(
    (next: Axis) =>
      change(
        { axis: next === defaultAxis ? null : next, ...(next === 'recorded' ? { upTo: null } : {}) },
        'push',
      ),
    [change, defaultAxis],
  );
  const goNow = useCallback(() => change({ at: null }, 'push'), [change]);
  const takeAll = useCallback(() => change({ upTo: null }, 'push'), [change]);
  const givenReason = axis === defaultAxis ? props.axisReason : null;
  const axisReason = useMemo(() => axisNotice(replay.outline.segments, givenReason), [replay, givenReason]);
  const at = cursor.ordinal === cursor.committed ? view.at : null;
  return (
    <div className="entity-screen flex h-dvh flex-col overflow-y-auto overflow-x-hidden" {...cursor.keys}>
      <EntityHeader
        {...{ entity, namespaces, replay, axis, loading, at }}
        ordinal={cursor.ordinal}
        onAxis={setAxis}
        onNow={goNow}
      />
      <ScreenNotices
        problems={[shownInstead(cursor.problem, replay, cursor.committed), ...pinProblems, axisProblem]}
        ignored={upTo === view.upTo ? ignored : [...ignored, `upto=${view.upTo}`]}
        upTo={upTo}
        onAll={takeAll}
        axisReason={axisReason}
      />
      {upTo !== null ? null : <LiveLine entity={entity} known={replay.length} />}
      <EntityPanes
        {...{ entity, replay, pins, field, shared }}
        onHistory={showHistory}
        onOnlyChanges={showOnlyChanges}
        loading={loading || looking}
        ordinal={cursor.ordinal}
        pane={view.pane}
        onPane={setPane}
        onPins={setPins}
        onGo={cursor.go}
        head={props.head}
        firstEvents={props.firstEvents}
      />
      <TimelineDock
        {...{ replay, pins, shared, goToProblem }}
        followed={field.track?.ordinals ?? null}
        ordinal={cursor.committed}
        onPreview={cursor.preview}
        onCommit={cursor.go}
        onPins={setPins}
        scale={view.scale}
        onScale={setScale}
        timeZone="UTC"
        onGoTo={goTo}
      />
    </div>
  );
}

/** A moment of the address that is not there is not an error page: another event is shown, mostly the newest, and said to be. */
function shownInstead(problem: string | null, replay: Replay, ordinal: number): string | null {
  if (problem === null) return null;
  const shown = ordinal === replay.length ? 'The newest event' : `Event ${versionText(replay, ordinal)}`;
  return `${problem} ${shown} is shown instead.`;
}
