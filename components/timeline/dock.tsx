'use client';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Columns } from '#client/playhead-columns';
import { PartBoundary } from '#components/ui/part-boundary';
import styles from './dock.module.css';
import type { DockModel } from './dock-model.ts';
import type { DockTick } from './dock-notes.ts';
import type { TimelineDockProps } from './dock-props.ts';
import { MiniMap } from './mini-map.tsx';
import type { SliderHandle } from './slider.tsx';
import { Track } from './track.tsx';
import { Transport } from './transport.tsx';
import { useAnnouncer } from './use-announcer.ts';
import { useDockActions } from './use-dock-actions.ts';
import { useDockKeys } from './use-dock-keys.ts';
import { useDockModel } from './use-dock-model.ts';
import { usePlayback } from './use-playback.ts';
import { useSharedWindow } from './use-shared-window.ts';

const NoteTicks = dynamic(() => import('./note-ticks.tsx').then((loaded) => loaded.NoteTicks));
const TickCard = dynamic(() => import('./tick-card.tsx').then((loaded) => loaded.TickCard));
const Legend = dynamic(() => import('./legend.tsx').then((loaded) => loaded.Legend));

interface DockProps extends TimelineDockProps {
  readonly columns: Columns;
}

const NO_TICKS: readonly DockTick[] = [];

const keepKeys = (event: KeyboardEvent) => event.stopPropagation();

/** Where what is open over the dock may stand, in CSS pixels. */
const playheadX = ({ projection, place, width }: DockModel): number =>
  width === 0 ? 0 : Math.round(projection.toX(place));

const lateOf = ({ columns, stream: { axis } }: DockModel) => {
  const count = columns.late.reduce((sum, { ordinals }) => sum + ordinals.length, 0);
  return count === 0 ? null : { count, axis };
};

/** The dock of a history whose columns are read. */
export function Dock({ columns, ...props }: DockProps) {
  const { pins, scale, goToProblem, goToNote, notes } = props;
  const layout = scale === 'time' && props.gaps?.folded === true ? 'folded' : scale;
  const model = useDockModel({ ...props, layout }, columns);
  useSharedWindow(model, props.shared);
  const playback = usePlayback(model);
  const playhead = useRef<SliderHandle>(null);
  const goTo = useRef<HTMLInputElement>(null);
  const [brushing, setBrushing] = useState(false);
  const [collapsed, setCollapsed] = useState(false);
  const [legendShown, setLegendShown] = useState(false);
  const [more, setMore] = useState(false);
  const [pointed, setPointed] = useState<DockTick | null>(null);
  const ids = { legend: useId(), problem: useId() };
  const { region, say } = useAnnouncer(model, playhead);
  const actions = useDockActions({
    model,
    playback,
    pins,
    scale,
    notes,
    say,
    brushing,
    setBrushing,
    gaps: props.gaps,
    live: props.live,
    onPins: props.onPins,
    onScale: props.onScale,
    onDiffLook: props.onDiffLook,
    focusGoTo: () => {
      goTo.current?.select();
      if (document.activeElement === goTo.current) return;
      // On a phone it is folded away, and a field that is not shown takes no focus.
      setMore(true);
      requestAnimationFrame(() => goTo.current?.select());
    },
    focusPlayhead: () => {
      // It is drawn anew where the timeline was hidden.
      setCollapsed(false);
      if (!collapsed) playhead.current?.focus();
      else requestAnimationFrame(() => playhead.current?.focus());
    },
    toggleCollapsed: () => setCollapsed(!collapsed),
    toggleLegend: () => setLegendShown(!legendShown),
  });
  const keys = useDockKeys(model, playback, (command) => {
    if (command === 'clear' && legendShown) setLegendShown(false);
    else if (command === 'clear' && more) setMore(false);
    else actions.run(command);
  });
  return (
    <section className={styles.dock} aria-label="Timeline" data-testid="timeline-dock" {...keys}>
      <PartBoundary>
        {legendShown && <Legend id={ids.legend} legend={columns.legend} late={lateOf(model)} />}
      </PartBoundary>
      <PartBoundary>
        {pointed !== null && notes?.open === null && <TickCard model={model} tick={pointed} />}
      </PartBoundary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of what is open over the dock are not the dock's */}
      <div
        onKeyDown={keepKeys}
        onKeyUp={keepKeys}
        style={{ ['--playhead' as string]: `${playheadX(model)}px` }}
      >
        <PartBoundary key={notes?.open ?? 'none'}>{notes?.popover}</PartBoundary>
      </div>
      {!collapsed && (
        <>
          <MiniMap model={model} ticks={notes?.ticks ?? NO_TICKS} />
          <Track
            {...{ model, pins, playhead, brushing }}
            isFree={props.instant !== undefined}
            onGrab={playback.stop}
            onBrush={actions.brush}
          >
            <PartBoundary>
              {notes === null || notes.ticks.length === 0 ? null : (
                <NoteTicks model={model} ticks={notes.ticks} onGo={actions.move} onPoint={setPointed} />
              )}
            </PartBoundary>
          </Track>
        </>
      )}
      <Transport
        model={model}
        actions={actions}
        pins={pins}
        scale={scale}
        notes={notes}
        playing={playback.playing}
        pace={playback.pace}
        brushing={brushing}
        gaps={props.gaps}
        live={props.live}
        collapsed={collapsed}
        more={more}
        onMore={() => setMore(!more)}
        legendShown={legendShown}
        legendId={ids.legend}
        goTo={goTo}
        goToProblem={goToProblem}
        problemId={ids.problem}
        onGoTo={props.onGoTo}
        onGoToCleared={props.onGoToCleared}
      />
      <p id={ids.problem} className={styles.problem} role="alert" hidden={goToProblem === null}>
        {goToProblem}
      </p>
      <p className={styles.note} role="status" hidden={goToNote === null}>
        {goToNote}
      </p>
      <div ref={region} className={styles.spoken} aria-live="polite" data-testid="timeline-live" />
    </section>
  );
}
