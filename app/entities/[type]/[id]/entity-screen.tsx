'use client';

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import { goToText } from '#client/go-to-text';
import { momentOf, resolveMoment } from '#client/resolve-moment';
import { useCursor } from '#client/use-cursor';
import { useEventDetail } from '#client/use-event-detail';
import { type HistoryBytes, useHistory } from '#client/use-history';
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
  readonly document: HistoryBytes & { readonly defaultAxis: Axis; readonly axisReason: string | null };
  /** Newest position of the whole log when the page was made. */
  readonly logHead: bigint;
  readonly firstEvents: EventPage | null;
  /** Query the page was asked with. */
  readonly search: string;
  readonly namespaces: readonly string[];
}

type Tab = 'events' | 'state' | 'event';

/** Three panes over a dock, all of them on one cursor that is also the address. */
export function EntityScreen({
  entity,
  document,
  logHead,
  firstEvents,
  search,
  namespaces,
}: EntityScreenProps) {
  const { view, ignored, change } = useUrlView(search);
  const axis = view.axis ?? document.defaultAxis;
  const { history, loading, problem: axisProblem } = useHistory(entity, axis, view.upTo, document);
  const cursor = useCursor(history, logHead, view.at, change);
  const shown = useDeferredValue(cursor.ordinal);
  const a = view.a === null ? null : resolveMoment(history, view.a, logHead);
  const b = view.b === null ? null : resolveMoment(history, view.b, logHead);
  const pinA = a?.problem === null ? a.ordinal : null;
  const pinB = b?.problem === null ? b.ordinal : null;
  const pins = useMemo(() => ({ a: pinA, b: pinB }), [pinA, pinB]);
  const version = shown === 0 || shown > history.length ? 0 : history.event(shown).version;
  const { detail, problem: detailProblem } = useEventDetail(entity, version, document.head, firstEvents);
  const [tab, setTab] = useState<Tab>('state');
  const [goToProblem, setGoToProblem] = useState<string | null>(null);

  const setPins = useCallback(
    (next: DiffPins) => {
      const moment = (ordinal: number | null) => (ordinal === null ? null : momentOf(history, ordinal));
      change({ a: moment(next.a), b: moment(next.b) }, 'push');
    },
    [history, change],
  );
  const goTo = (typed: string) => {
    const at = goToText(typed);
    const wanted = resolveMoment(history, at, logHead);
    setGoToProblem(wanted.problem);
    if (wanted.problem !== null) return false;
    change({ at: at === 'latest' ? null : at }, 'push');
    return true;
  };
  const givenReason = axis === document.defaultAxis ? document.axisReason : null;
  const axisReason = useMemo(() => axisNotice(history, givenReason), [history, givenReason]);
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
        <EntityTitle entity={entity} events={history.length} />
        <AxisSelect
          axis={axis}
          loading={loading}
          onAxis={(next) => change({ axis: next === document.defaultAxis ? null : next }, 'push')}
        />
        <AsOfBar
          history={history}
          ordinal={cursor.ordinal}
          at={cursor.ordinal === cursor.committed ? view.at : null}
          onNow={() => change({ at: null }, 'push')}
        />
      </AppHeader>
      <ScreenNotices
        problems={[
          shownInstead(cursor.problem),
          notSet('A', a?.problem ?? null),
          notSet('B', b?.problem ?? null),
          axisProblem,
        ]}
        ignored={ignored}
        upTo={axis === 'occurred' ? view.upTo : null}
        onAll={() => change({ upTo: null }, 'push')}
        axisReason={axisReason}
      />
      {axis === 'occurred' && view.upTo !== null ? null : <LiveLine entity={entity} known={history.length} />}
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
      <main id="content" aria-busy={loading} className="entity-panes min-h-60 flex-1">
        <div className={`pane-events ${pane('events')}`}>
          <EventList history={history} ordinal={shown} onSelect={cursor.go} />
        </div>
        <div className={`pane-state ${pane('state')}`}>
          {view.pane === 'diff' ? (
            <DiffPane
              history={history}
              ordinal={shown}
              pins={pins}
              onPins={setPins}
              onGo={cursor.go}
              lead={what}
            />
          ) : (
            <StatePane history={history} ordinal={shown} onGo={cursor.go} lead={what} />
          )}
        </div>
        <section aria-label="Event" className={`pane-event ${pane('event')}`}>
          <EventPane
            entity={entity}
            history={history}
            ordinal={shown}
            detail={detail}
            problem={detailProblem}
            onGo={cursor.go}
          />
        </section>
      </main>
      <TimelineDock
        history={history}
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
