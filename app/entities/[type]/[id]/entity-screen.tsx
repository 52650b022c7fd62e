'use client';

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { goToText } from '#client/go-to-text';
import { useScene } from '#client/replay/use-answer';
import { useMoment } from '#client/replay/use-moment';
import { type PageHistory, useReplay } from '#client/replay/use-replay';
import { momentAtOnce } from '#client/resolve-moment';
import { useCursor } from '#client/use-cursor';
import { useEventDetail } from '#client/use-event-detail';
import { useUrlView } from '#client/use-url-view';
import { DiffPane, type DiffPins } from '#components/diff/diff-pane';
import { EventList } from '#components/events/event-list';
import { EventPane } from '#components/events/event-pane';
import { AppHeader } from '#components/shell/app-header';
import { StatePane } from '#components/state/state-pane';
import { TimelineDock } from '#components/timeline/timeline-dock';
import { Segmented } from '#components/ui/segmented';
import type { Axis } from '#core';
import type { EventPage } from '#wire';
import { AsOfBar } from './as-of-bar.tsx';
import { axisNotice } from './axis-notice.ts';
import { AxisSelect } from './axis-select.tsx';
import { EntityTitle } from './entity-title.tsx';
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

type Tab = 'events' | 'state' | 'event';

/** Three panes over a dock, all of them on one cursor that is also the address. */
export function EntityScreen(props: EntityScreenProps) {
  const { entity, page, logHead, defaultAxis, namespaces } = props;
  const { view, ignored, change } = useUrlView(props.search);
  const axis = view.axis ?? defaultAxis;
  const wanted = { entity, axis, upTo: view.upTo, at: view.at, logHead };
  const { replay, loading, problem: axisProblem } = useReplay(wanted, page);
  const cursor = useCursor(replay, logHead, view.at, change);
  const { scene, waiting, problem: sceneProblem } = useScene(replay, useDeferredValue(cursor.ordinal));
  const a = useMoment(replay, view.a, logHead);
  const b = useMoment(replay, view.b, logHead);
  const pinA = view.a === null || a.problem !== null ? null : a.ordinal;
  const pinB = view.b === null || b.problem !== null ? null : b.ordinal;
  const pins = useMemo(() => ({ a: pinA, b: pinB }), [pinA, pinB]);
  const { detail, problem: detailProblem } = useEventDetail(
    entity,
    scene.event?.version ?? 0,
    props.head,
    props.firstEvents,
  );
  const [tab, setTab] = useState<Tab>('state');
  const [goToProblem, setGoToProblem] = useState<string | null>(null);

  const setPins = useCallback(
    (next: DiffPins) => {
      const moment = async (ordinal: number | null) => {
        if (ordinal === null) return null;
        const version = String(await replay.versionOf(ordinal));
        replay.remember(version, ordinal, logHead);
        return version;
      };
      Promise.all([moment(next.a), moment(next.b)]).then(
        ([nextA = null, nextB = null]) => change({ a: nextA, b: nextB }, 'push'),
        () => undefined,
      );
    },
    [replay, logHead, change],
  );
  const goTo = async (typed: string) => {
    const at = goToText(typed);
    const found = momentAtOnce(replay, at) ?? (await replay.findMoment(at, logHead));
    setGoToProblem(found.problem);
    if (found.problem !== null) return false;
    change({ at: at === 'latest' ? null : at }, 'push');
    return true;
  };
  const givenReason = axis === defaultAxis ? props.axisReason : null;
  const axisReason = useMemo(() => axisNotice(replay.outline.segments, givenReason), [replay, givenReason]);
  const pane = (name: Tab) =>
    `min-h-0 min-w-0 flex-col bg-surface md:flex ${tab === name ? 'flex' : 'hidden'}`;
  const what = useMemo(
    () => (
      <Segmented
        label="What to show"
        value={view.pane}
        onChange={(next) => change({ pane: next }, 'push')}
        options={[
          { value: 'state', text: 'State' },
          { value: 'diff', text: 'Diff A–B' },
        ]}
      />
    ),
    [view.pane, change],
  );
  return (
    <div className="entity-screen flex h-dvh flex-col overflow-y-auto overflow-x-hidden" {...cursor.keys}>
      <AppHeader namespace={entity.namespace} namespaces={namespaces} section="entities">
        <EntityTitle entity={entity} events={replay.length} />
        <AxisSelect
          axis={axis}
          loading={loading}
          onAxis={(next) => change({ axis: next === defaultAxis ? null : next }, 'push')}
        />
        <AsOfBar
          replay={replay}
          ordinal={cursor.ordinal}
          at={cursor.ordinal === cursor.committed ? view.at : null}
          onNow={() => change({ at: null }, 'push')}
        />
      </AppHeader>
      <ScreenNotices
        problems={[
          shownInstead(cursor.problem),
          notSet('A', view.a === null ? null : a.problem),
          notSet('B', view.b === null ? null : b.problem),
          sceneProblem,
          axisProblem,
        ]}
        ignored={ignored}
        upTo={axis === 'occurred' ? view.upTo : null}
        onAll={() => change({ upTo: null }, 'push')}
        axisReason={axisReason}
      />
      {axis === 'occurred' && view.upTo !== null ? null : <LiveLine entity={entity} known={replay.length} />}
      <nav
        aria-label="Panes"
        className="flex-none border-line border-b bg-surface p-2 md:hidden print:hidden"
      >
        <Segmented
          label="Pane"
          wide
          value={tab}
          onChange={(next) => setTab(next)}
          options={[
            { value: 'events', text: 'Events' },
            { value: 'state', text: view.pane === 'diff' ? 'Diff' : 'State' },
            { value: 'event', text: 'Event' },
          ]}
        />
      </nav>
      <main id="content" aria-busy={loading || waiting} className="entity-panes min-h-60 flex-1">
        <div className={`pane-events ${pane('events')}`}>
          <EventList replay={replay} ordinal={scene.ordinal} onSelect={cursor.go} />
        </div>
        <div className={`pane-state ${pane('state')}`}>
          {view.pane === 'diff' ? (
            <DiffPane
              replay={replay}
              ordinal={scene.ordinal}
              pins={pins}
              onPins={setPins}
              onGo={cursor.go}
              lead={what}
            />
          ) : (
            <StatePane replay={replay} scene={scene} onGo={cursor.go} lead={what} />
          )}
        </div>
        <section aria-label="Event" className={`pane-event ${pane('event')}`}>
          <EventPane
            entity={entity}
            replay={replay}
            scene={scene}
            detail={detail}
            problem={detailProblem}
            onGo={cursor.go}
          />
        </section>
      </main>
      <TimelineDock
        replay={replay}
        ordinal={cursor.committed}
        onPreview={cursor.preview}
        onCommit={cursor.go}
        pins={pins}
        onPins={setPins}
        scale={view.scale}
        onScale={(scale) => change({ scale }, 'push')}
        timeZone="UTC"
        onGoTo={goTo}
        goToProblem={goToProblem}
      />
    </div>
  );
}

/** A moment of the address that is not there is not an error page: the newest event is shown, and said to be. */
function shownInstead(problem: string | null): string | null {
  return problem === null ? null : `${problem} The newest event is shown instead.`;
}

/** A pin on a moment that is not there would compare with something nobody asked for. */
function notSet(pin: 'A' | 'B', problem: string | null): string | null {
  return problem === null ? null : `Pin ${pin} is not set: ${problem}`;
}
