'use client';
import {
  ChevronDown,
  ChevronFirst,
  ChevronLast,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Minus,
  Pause,
  Play,
  Plus,
  Shapes,
} from 'lucide-react';
import type { Ref } from 'react';
import { SPEEDS } from '#client/playhead-playback';
import type { Scale } from '#client/playhead-positions';
import { versionText } from '#client/playhead-words';
import { useEvents } from '#client/replay/use-events';
import type { DockModel, Pins } from './dock-model.ts';
import type { DockNotes } from './dock-notes.ts';
import { GoToField } from './go-to-field.tsx';
import { NoteButtons } from './note-buttons.tsx';
import { Readout } from './readout.tsx';
import styles from './transport.module.css';
import { TransportButton } from './transport-button.tsx';

/** What the transport and the keys both do. */
export interface DockActions {
  move(ordinal: number): void;
  togglePlay(): void;
  setSpeed(speed: number): void;
  setScale(scale: Scale): void;
  pin(name: 'a' | 'b'): void;
  swapPins(): void;
  clearPins(): void;
  zoom(factor: number): void;
  shift(share: number): void;
  fit(): void;
  toggleCollapsed(): void;
  toggleLegend(): void;
  note(): void;
}

interface TransportProps {
  readonly model: DockModel;
  readonly actions: DockActions;
  readonly pins: Pins;
  readonly notes: DockNotes | null;
  readonly scale: Scale;
  readonly playing: boolean;
  readonly speed: number;
  readonly collapsed: boolean;
  readonly legendShown: boolean;
  readonly legendId: string;
  readonly goTo: Ref<HTMLInputElement>;
  readonly goToProblem: string | null;
  readonly problemId: string;
  onGoTo(text: string): Promise<boolean>;
}

export function Transport(props: TransportProps) {
  return (
    <div className={styles.transport}>
      <Steps {...props} />
      <Readout model={props.model} />
      <div className={styles.rest}>
        <Pace {...props} />
        <GoToField
          ref={props.goTo}
          problem={props.goToProblem}
          problemId={props.problemId}
          onGoTo={props.onGoTo}
        />
        <span className={styles.gap} />
        {props.notes === null ? null : <NoteButtons notes={props.notes} onAdd={props.actions.note} />}
        <PinButtons {...props} />
        <ZoomButtons {...props} />
      </div>
      <CollapseButton {...props} />
    </div>
  );
}

function Steps({ model, actions, playing }: TransportProps) {
  const { length } = model.columns;
  return (
    <fieldset className={styles.group} aria-label="Playback">
      <TransportButton
        label="First event"
        hint="Home"
        icon={ChevronFirst}
        onPress={() => actions.move(Math.min(1, length))}
      />
      <TransportButton
        label="Previous event"
        hint="←"
        icon={ChevronLeft}
        onPress={() => actions.move(model.ordinal - 1)}
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
        onPress={() => actions.move(model.ordinal + 1)}
      />
      <TransportButton
        label="Last event"
        hint="End"
        icon={ChevronLast}
        onPress={() => actions.move(length)}
      />
    </fieldset>
  );
}

function Pace({ actions, scale, speed }: TransportProps) {
  return (
    <>
      <select
        className={styles.select}
        aria-label="Speed"
        title="Speed (J slower, L faster)"
        value={speed}
        onChange={(event) => actions.setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((option) => (
          <option key={option} value={option}>
            {option === 0.5 ? '½' : option} {option <= 1 ? 'event' : 'events'}/s
          </option>
        ))}
      </select>
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
      </fieldset>
    </>
  );
}

function PinButtons({ model, actions, pins }: TransportProps) {
  const { a, b } = pins;
  useEvents(model.stream, [a ?? 0, b ?? 0]);
  const number = (pin: number | null) => (pin === null ? '–' : versionText(model.stream, pin));
  const none = a === null && b === null;
  return (
    <>
      <span className={styles.pins}>{none ? null : `A ${number(a)} → B ${number(b)}`}</span>
      <fieldset className={styles.group} aria-label="Pins">
        <TransportButton label="Set A" hint="A" onPress={() => actions.pin('a')} />
        <TransportButton label="Set B" hint="B" onPress={() => actions.pin('b')} />
        <TransportButton label="Swap" hint="X" disabled={none} onPress={actions.swapPins} />
        <TransportButton label="Clear" hint="Esc" disabled={none} onPress={actions.clearPins} />
      </fieldset>
    </>
  );
}

function ZoomButtons({ actions }: TransportProps) {
  return (
    <fieldset className={styles.group} aria-label="Zoom">
      <TransportButton label="Zoom out" icon={Minus} onPress={() => actions.zoom(2)} />
      <TransportButton label="Fit" onPress={actions.fit} />
      <TransportButton label="Zoom in" icon={Plus} onPress={() => actions.zoom(0.5)} />
    </fieldset>
  );
}

function CollapseButton({ actions, collapsed, legendShown, legendId }: TransportProps) {
  return (
    <div className={styles.ends}>
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
