'use client';
import {
  ChevronDown,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Ellipsis,
  FoldHorizontal,
  Minus,
  Pause,
  Play,
  Plus,
  Shapes,
} from 'lucide-react';
import { type Ref, useId } from 'react';
import type { Pace } from '#client/playhead-playback';
import type { Scale } from '#client/playhead-positions';
import type { DockActions } from './dock-actions.ts';
import type { DockModel, Pins } from './dock-model.ts';
import type { DockNotes } from './dock-notes.ts';
import type { TimelineDockProps } from './dock-props.ts';
import { GoToField } from './go-to-field.tsx';
import { NoteButtons } from './note-buttons.tsx';
import { PaceSelect } from './pace-select.tsx';
import { PinButtons } from './pin-buttons.tsx';
import { Readout } from './readout.tsx';
import styles from './transport.module.css';
import { TransportButton } from './transport-button.tsx';

interface TransportProps {
  readonly model: DockModel;
  readonly actions: DockActions;
  readonly pins: Pins;
  readonly notes: DockNotes | null;
  readonly scale: Scale;
  readonly playing: boolean;
  readonly pace: Pace;
  readonly brushing: boolean;
  readonly gaps: TimelineDockProps['gaps'];
  readonly live: TimelineDockProps['live'];
  readonly collapsed: boolean;
  /** On a phone: whether all that is not movement is on show. */
  readonly more: boolean;
  onMore(): void;
  readonly legendShown: boolean;
  readonly legendId: string;
  readonly goTo: Ref<HTMLInputElement>;
  readonly goToProblem: string | null;
  readonly problemId: string;
  onGoTo(text: string): Promise<boolean>;
  onGoToCleared(): void;
}

export function Transport(props: TransportProps) {
  const ids = { rest: useId() };
  return (
    <div className={styles.transport}>
      <Steps {...props} />
      <Readout model={props.model} />
      <div id={ids.rest} className={styles.rest} data-open={props.more}>
        <PaceSelect pace={props.pace} onPace={props.actions.setPace} />
        <ScaleButtons {...props} />
        <GoToField
          ref={props.goTo}
          problem={props.goToProblem}
          problemId={props.problemId}
          onGoTo={props.onGoTo}
          onCleared={props.onGoToCleared}
        />
        <span className={styles.gap} />
        {props.notes === null ? null : <NoteButtons notes={props.notes} onAdd={props.actions.note} />}
        <PinButtons {...props} />
        <ZoomButtons {...props} />
        {props.live && (
          <TransportButton
            label="Live"
            hint="the playhead follows new events"
            dot
            pressed={props.live.on}
            onPress={props.actions.toggleLive}
          />
        )}
      </div>
      <CollapseButton {...props} restId={ids.rest} />
    </div>
  );
}

function Steps({ model, actions, playing }: TransportProps) {
  return (
    <fieldset className={styles.group} aria-label="Playback">
      <TransportButton
        label="First event"
        hint="Home"
        icon={ChevronFirst}
        onPress={() => actions.move(model.ends.first)}
      />
      <TransportButton
        label="Previous event"
        hint="←"
        icon={ChevronLeft}
        onPress={() => actions.move(model.stepFrom(model.ordinal, -1))}
      />
      <TransportButton
        label={playing ? 'Pause' : 'Play'}
        hint="Space"
        icon={playing ? Pause : Play}
        onPress={actions.togglePlay}
      />
      <TransportButton
        label="Next event"
        hint="→"
        icon={ChevronRight}
        onPress={() => actions.move(model.stepFrom(model.ordinal, 1))}
      />
      <TransportButton
        label="Last event"
        hint="End"
        icon={ChevronLast}
        onPress={() => actions.move(model.ends.last)}
      />
    </fieldset>
  );
}

function ScaleButtons({ actions, scale, gaps }: TransportProps) {
  return (
    <fieldset className={styles.group} aria-label="Scale">
      <TransportButton
        label="Time"
        hint="\"
        pressed={scale === 'time'}
        onPress={() => actions.setScale('time')}
      />
      <TransportButton
        label="Events"
        hint="\"
        pressed={scale === 'events'}
        onPress={() => actions.setScale('events')}
      />
      {gaps && (
        <TransportButton
          label="Fold gaps"
          hint="draw stretches without events short"
          icon={FoldHorizontal}
          pressed={gaps.folded && scale === 'time'}
          disabled={scale !== 'time'}
          onPress={actions.toggleGaps}
        />
      )}
    </fieldset>
  );
}

function ZoomButtons({ actions }: TransportProps) {
  return (
    <fieldset className={styles.group} aria-label="Zoom">
      <TransportButton label="Zoom out" hint="−" icon={Minus} onPress={() => actions.zoom(2)} />
      <TransportButton label="Fit" hint="double-click" onPress={actions.fit} />
      <TransportButton label="Zoom in" hint="+" icon={Plus} onPress={() => actions.zoom(0.5)} />
    </fieldset>
  );
}

function CollapseButton({
  actions,
  collapsed,
  more,
  onMore,
  restId,
  legendShown,
  legendId,
}: TransportProps & { restId: string }) {
  return (
    <div className={styles.ends}>
      <span className={styles.more}>
        <TransportButton
          label="More of the timeline"
          icon={Ellipsis}
          expanded={more}
          controls={restId}
          onPress={onMore}
        />
      </span>
      <TransportButton
        label="Event types"
        icon={Shapes}
        expanded={legendShown}
        controls={legendId}
        onPress={actions.toggleLegend}
      />
      <TransportButton
        label={collapsed ? 'Show timeline' : 'Hide timeline'}
        icon={collapsed ? ChevronUp : ChevronDown}
        expanded={!collapsed}
        onPress={actions.toggleCollapsed}
      />
    </div>
  );
}
