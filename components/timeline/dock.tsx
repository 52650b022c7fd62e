'use client';
import { useId, useRef, useState } from 'react';
import type { Columns } from '#client/playhead-columns';
import styles from './dock.module.css';
import type { TimelineDockProps } from './dock-props.ts';
import { Legend } from './legend.tsx';
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

interface DockProps extends TimelineDockProps {
  readonly columns: Columns;
}

/** The dock of a history whose columns are read. */
export function Dock({ columns, ...props }: DockProps) {
  const { pins, scale, goToProblem } = props;
  const model = useDockModel(props, columns);
  useSharedWindow(model, props.shared);
  const playback = usePlayback(model);
  const playhead = useRef<SliderHandle>(null);
  const goTo = useRef<HTMLInputElement>(null);
  const [collapsed, setCollapsed] = useState(false);
  const [legendShown, setLegendShown] = useState(false);
  const ids = { legend: useId(), problem: useId() };
  const { region, say } = useAnnouncer(model, playhead);
  const actions = useDockActions({
    model,
    playback,
    pins,
    scale,
    say,
    onPins: props.onPins,
    onScale: props.onScale,
    focusGoTo: () => goTo.current?.select(),
    toggleCollapsed: () => setCollapsed(!collapsed),
    toggleLegend: () => setLegendShown(!legendShown),
  });
  const keys = useDockKeys(model, playback, (command) => {
    if (command === 'clear' && legendShown) setLegendShown(false);
    else actions.run(command);
  });
  return (
    <section className={styles.dock} aria-label="Timeline" data-testid="timeline-dock" {...keys}>
      {legendShown && <Legend id={ids.legend} legend={columns.legend} />}
      {!collapsed && (
        <>
          <MiniMap model={model} />
          <Track model={model} pins={pins} playhead={playhead} onGrab={playback.stop} />
        </>
      )}
      <Transport
        model={model}
        actions={actions}
        pins={pins}
        scale={scale}
        playing={playback.playing}
        speed={playback.speed}
        collapsed={collapsed}
        legendShown={legendShown}
        legendId={ids.legend}
        goTo={goTo}
        goToProblem={goToProblem}
        problemId={ids.problem}
        onGoTo={props.onGoTo}
      />
      <p id={ids.problem} className={styles.problem} role="alert" hidden={goToProblem === null}>
        {goToProblem}
      </p>
      <div ref={region} className={styles.spoken} aria-live="polite" data-testid="timeline-live" />
    </section>
  );
}
