import dynamic from 'next/dynamic';
import { memo, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { EntityName } from '#client/entity-href';
import type { IgnoreRules } from '#client/ignore-rules';
import { type Place, useIsMoving, usePlace } from '#client/moving-place';
import { isFar, ROWS_AROUND } from '#client/near-events';
import { placeInDiff } from '#client/place-in-diff';
import { stepMatching } from '#client/playhead-matching';
import { playheadTime } from '#client/playhead-time';
import type { Scene } from '#client/replay/question';
import type { Replay } from '#client/replay/replay';
import { useScene } from '#client/replay/use-answer';
import { useEvents } from '#client/replay/use-events';
import type { Matched } from '#client/replay/use-matching';
import type { PinnedMoments } from '#client/replay/use-pins';
import type { SharedWindow } from '#client/shared-window';
import { useEventDetail } from '#client/use-event-detail';
import { useFollow } from '#client/use-follow';
import type { FollowedField } from '#client/use-followed-field';
import { useKeptFocus } from '#client/use-kept-focus';
import { EventList } from '#components/events/event-list';
import { EventPane } from '#components/events/event-pane';
import { StatePane } from '#components/state/state-pane';
import { Notice } from '#components/ui/notice';
import { PartBoundary } from '#components/ui/part-boundary';
import { Segmented } from '#components/ui/segmented';
import { clockOf } from '#core';
import { type DiffLook, type EventFilter, type EventPage, isDiffLook, type View } from '#wire';
import type { ScreenNotes } from './use-screen-notes.tsx';

export interface EntityPanesProps {
  readonly entity: EntityName;
  readonly replay: Replay;
  /** Where the playhead is, on its way or at rest. */
  readonly place: Place;
  /** The moment and the zone as the address has them. */
  readonly at: string | null;
  readonly zone: string | null;
  readonly loading: boolean;
  readonly pane: View['pane'];
  onPane(pane: View['pane']): void;
  readonly pins: PinnedMoments;
  onPins(pins: PinnedMoments): void;
  readonly rules: IgnoreRules;
  onRules(rules: IgnoreRules): void;
  readonly filter: EventFilter;
  readonly matched: Matched;
  onFilter(filter: EventFilter): void;
  onGo(ordinal: number): void;
  readonly field: FollowedField;
  /** What the dock shows. */
  readonly shared: SharedWindow;
  /** Shows all values of a field, which is followed from then on. */
  onHistory(path: string): void;
  /** Narrows the events to those that changed a field. */
  onOnlyChanges(path: string): void;
  /** Newest version when the page was made. */
  readonly head: number;
  readonly firstEvents: EventPage | null;
  readonly notes: Pick<ScreenNotes, 'placed' | 'paths' | 'counts'>;
}

const isFarScene = (one: Scene, other: Scene): boolean => isFar(one.ordinal, other.ordinal);

type Tab = 'events' | 'state' | 'event';

/** Events, state or diff, and the selected event: all of one moment. */
export const EntityPanes = memo(function EntityPanes(props: EntityPanesProps) {
  const { entity, replay, loading, pane, onPane, pins, onPins, rules, onRules, onGo } = props;
  const { filter, matched, onFilter, notes } = props;
  const { field, onHistory, onOnlyChanges, shared } = props;
  const ordinal = usePlace(props.place);
  const { scene, waiting, problem } = useScene(replay, ordinal);
  // The state comes first, the others in the frames behind it.
  const listed = Math.min(useFollow(scene.ordinal, isFar, useRowsAhead(props.place, replay)), replay.length);
  const told = useFollow(scene, isFarScene);
  const version = told.event?.version ?? 0;
  const said = told.ordinal === props.place.committed ? props.at : null;
  const { event } = told;
  const time = useMemo(
    () => playheadTime(said, event && clockOf(event, replay.axis), replay.axis, props.zone),
    [said, event, replay.axis, props.zone],
  );
  const loaded = useEventDetail(entity, version, ordinal, props.head, props.firstEvents);
  const playhead = useRef(ordinal);
  useLayoutEffect(() => {
    playhead.current = ordinal;
  });
  const onStep = useStep(playhead, replay.length, matched.matching, onGo);
  const [tab, setTab] = useState<Tab>('state');
  const parts = usePartsThatKeepFocus();
  const isDiff = isDiffLook(pane);
  const lastLook = useLastLook(pane);
  const notesHere = useMemo(
    () =>
      notes.placed.length === 0 ? null : (
        <PartBoundary>
          <NotesHere placed={notes.placed} ordinal={told.ordinal} />
        </PartBoundary>
      ),
    [notes.placed, told.ordinal],
  );
  const { a, b } = pins;
  const notesBetween = useMemo(
    () =>
      notes.placed.length === 0 || a === null || b === null ? null : (
        <PartBoundary>
          <NotesBetween placed={notes.placed} {...{ a, b, onGo }} />
        </PartBoundary>
      ),
    [notes.placed, a, b, onGo],
  );
  const onState = useCallback(() => onPane('state'), [onPane]);
  // The field that has the keys in the state is the one that is meant, where none is followed.
  const active = useRef<string | null>(null);
  const onActive = useCallback((path: string | null) => {
    active.current = path;
  }, []);
  const lead = useMemo(
    () => (
      <Segmented
        label="What to show"
        value={isDiff ? 'diff' : pane}
        onChange={(what) => {
          const chosen = what === 'field' && field.path === null ? active.current : null;
          if (chosen !== null) onHistory(chosen);
          else onPane(what === 'diff' ? lastLook : what);
        }}
        options={WHATS}
      />
    ),
    [isDiff, pane, lastLook, onPane, onHistory, field.path],
  );
  const look = (name: Tab) =>
    `pane-${name} min-h-0 min-w-0 flex-col bg-surface outline-offset-[-2px] md:flex ${tab === name ? 'flex' : 'hidden'}`;
  return (
    <>
      <PaneTabs tab={tab} onTab={setTab} pane={pane} />
      <main
        id="content"
        aria-busy={loading || waiting}
        // On a phone the bars of a diff stand in rows, and below them its rows need room of their own.
        className={`entity-panes relative min-h-60 flex-1 ${isDiff && tab === 'state' ? 'max-md:min-h-[26rem]' : ''}`}
      >
        <div ref={parts.events} tabIndex={-1} className={look('events')}>
          <EventList
            {...{ replay, filter, matched, onFilter, onStep }}
            ordinal={listed}
            noted={notes.counts}
            onSelect={onGo}
          />
        </div>
        <div ref={parts.state} tabIndex={-1} className={look('state')}>
          {problem === null ? null : (
            <Notice kind="warning">
              {problem} Event {scene.event?.version ?? 0} is shown until it can be.
            </Notice>
          )}
          <PartBoundary key={pane} stays>
            {isDiffLook(pane) ? (
              <DiffPane
                {...{ replay, pins, onPins, rules, onRules, onGo, lead }}
                ordinal={scene.ordinal}
                look={pane}
                onLook={onPane}
                notes={notesBetween}
              />
            ) : pane === 'field' ? (
              <FieldPane {...{ replay, scene, field, shared, playhead, onGo, lead }} onState={onState} />
            ) : (
              <StatePane
                {...{ replay, scene, field, onGo, onHistory, onOnlyChanges, onActive, lead }}
                noted={notes.paths}
                moving={props.place.moving}
              />
            )}
          </PartBoundary>
        </div>
        <section ref={parts.event} tabIndex={-1} aria-label="Event" className={look('event')}>
          <EventPane
            {...{ entity, replay, filter, onFilter, onStep }}
            scene={told}
            time={time}
            place={isDiff ? placeInDiff(told.ordinal, pins) : null}
            notes={notesHere}
            {...loaded}
          />
        </section>
      </main>
    </>
  );
});

/** Asks for the rows of the list with the scene. Whether they are there; at rest they are waited for on screen. */
function useRowsAhead(place: Place, replay: Replay): boolean {
  const ordinal = usePlace(place);
  const ends = [ordinal - ROWS_AROUND, ordinal + ROWS_AROUND].map((end) =>
    Math.max(1, Math.min(replay.length, end)),
  );
  const peek = useEvents(replay, ends);
  return !useIsMoving(place) || ends.every((end) => peek(end) !== null);
}

/** What has the focus may be drawn anew with any of them. */
function usePartsThatKeepFocus() {
  const events = useRef<HTMLDivElement>(null);
  const state = useRef<HTMLDivElement>(null);
  const event = useRef<HTMLElement>(null);
  useKeptFocus(events);
  useKeptFocus(state);
  useKeptFocus(event);
  return { events, state, event };
}

/** Steps from where the playhead is, not from where a pane has followed it to: otherwise quick ones would be lost. */
function useStep(
  playhead: RefObject<number>,
  length: number,
  matching: Matched['matching'],
  onGo: (ordinal: number) => void,
): (by: number) => void {
  return useCallback(
    (by) => onGo(stepMatching(matching, length, playhead.current, by)),
    [playhead, length, matching, onGo],
  );
}

/** Read when somebody compares: most who come for a state never do. */
const DiffPane = dynamic(() => import('#components/diff/diff-pane').then((loaded) => loaded.DiffPane));

/** Most entities have no notes, and those of one come after the page. */
const NotesHere = dynamic(() => import('#components/notes/notes-here').then((loaded) => loaded.NotesHere), {
  ssr: false,
});

const NotesBetween = dynamic(
  () => import('#components/notes/notes-between').then((loaded) => loaded.NotesBetween),
  { ssr: false },
);

const FieldPane = dynamic(() => import('#components/state/field-pane').then((loaded) => loaded.FieldPane));

/** The look that a diff was last seen in: whoever comes back to it finds it so. */
function useLastLook(pane: View['pane']): DiffLook {
  const [last, setLast] = useState<DiffLook>('unified');
  if (isDiffLook(pane) && pane !== last) setLast(pane);
  return last;
}

const WHATS = [
  { value: 'state', text: 'State' },
  { value: 'diff', text: 'Diff A–B' },
  { value: 'field', text: 'Field' },
] as const;

/** On a phone there is room for one pane. */
const PaneTabs = memo(function PaneTabs({
  tab,
  onTab,
  pane,
}: {
  tab: Tab;
  onTab(tab: Tab): void;
  pane: View['pane'];
}) {
  return (
    <nav aria-label="Panes" className="flex-none border-line border-b bg-surface p-2 md:hidden print:hidden">
      <Segmented
        label="Pane"
        wide
        value={tab}
        onChange={onTab}
        options={[
          { value: 'events', text: 'Events' },
          { value: 'state', text: isDiffLook(pane) ? 'Diff' : pane === 'field' ? 'Field' : 'State' },
          { value: 'event', text: 'Event' },
        ]}
      />
    </nav>
  );
});
