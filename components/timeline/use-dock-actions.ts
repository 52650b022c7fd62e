'use client';
import { pinsOf, stretchSentence } from '#client/playhead-brush';
import { nextPace, paceSentence } from '#client/playhead-playback';
import type { Scale } from '#client/playhead-positions';
import { shiftWindow, zoomWindow } from '#client/playhead-window';
import { versionText } from '#client/playhead-words';
import { visibleString } from '#client/visible-runs';
import type { DockActions } from './dock-actions.ts';
import type { DockCommand } from './dock-keys.ts';
import type { DockModel, Pins } from './dock-model.ts';
import { type DockNotes, tickFrom } from './dock-notes.ts';
import type { TimelineDockProps } from './dock-props.ts';
import type { Playback } from './use-playback.ts';

interface ActionInputs {
  readonly model: DockModel;
  readonly playback: Playback;
  readonly pins: Pins;
  readonly scale: Scale;
  readonly brushing: boolean;
  setBrushing(brushing: boolean): void;
  readonly notes: DockNotes | null;
  onPins(pins: Pins): void;
  onScale(scale: Scale): void;
  readonly gaps: TimelineDockProps['gaps'];
  readonly live: TimelineDockProps['live'];
  onDiffLook(): void;
  focusGoTo(): void;
  focusPlayhead(): void;
  toggleCollapsed(): void;
  toggleLegend(): void;
  say(text: string): void;
}

/** What buttons and keys do. Each says in the live region what a sighted person sees. */
export function useDockActions(inputs: ActionInputs): DockActions & { run(command: DockCommand): void } {
  const { model, playback, pins, scale, say } = inputs;
  const actions: DockActions = {
    move: (ordinal) => {
      playback.stop();
      model.moveTo(ordinal);
      model.commit();
    },
    togglePlay: playback.toggle,
    setPace: (pace) => {
      playback.setPace(pace);
      say(paceSentence(pace));
    },
    setScale: (next) => {
      inputs.onScale(next);
      say(next === 'time' ? 'Scale: time' : 'Scale: events');
    },
    toggleGaps: () => {
      inputs.gaps?.onFold(!inputs.gaps.folded);
      say(inputs.gaps?.folded ? 'Idle gaps at full length' : 'Idle gaps folded');
    },
    toggleLive: () => {
      playback.stop();
      inputs.live?.onToggle(!inputs.live.on);
      say(inputs.live?.on ? 'Live is off' : 'Live: the playhead follows new events');
    },
    toggleBrush: () => {
      inputs.setBrushing(!inputs.brushing);
      if (!inputs.brushing) say('Brush: drag over the track, or click at both ends of a stretch');
    },
    brush: (stretch) => {
      inputs.setBrushing(false);
      if (stretch === null) return say('No event is in that stretch');
      inputs.onPins(pinsOf(stretch));
      say(stretchSentence(stretch, (ordinal) => versionText(model.stream, ordinal)));
    },
    pin: (name) => {
      inputs.onPins({ a: pins.a, b: pins.b, [name]: model.ordinal });
      say(`Pin ${name.toUpperCase()} set at event ${versionText(model.stream, model.ordinal)}`);
    },
    swapPins: () => {
      inputs.onPins({ a: pins.b, b: pins.a });
      say('Pins swapped');
    },
    clearPins: () => {
      inputs.onPins({ a: null, b: null });
      say('Pins cleared');
    },
    zoom: (factor) =>
      model.setWindow(zoomWindow(model.window, factor, model.positions.at(model.ordinal), model.positions)),
    shift: (share) => model.setWindow(shiftWindow(model.window, share, model.positions)),
    fit: () => model.setWindow(model.positions.extent),
    toggleCollapsed: inputs.toggleCollapsed,
    toggleLegend: inputs.toggleLegend,
    note: () => inputs.notes?.onAdd(model.ordinal),
  };
  const stepNote = (by: 1 | -1) => {
    const tick = tickFrom(inputs.notes?.ticks ?? [], model.ordinal, by);
    if (tick === null) return say(`No note ${by === 1 ? 'after' : 'before'} here`);
    actions.move(tick.from);
    say(visibleString(`${tick.words}. ${tick.text}`));
  };
  const hasPins = pins.a !== null || pins.b !== null;
  const commands: Record<DockCommand, () => void> = {
    play: actions.togglePlay,
    slower: () => actions.setPace(nextPace(playback.pace, -1)),
    faster: () => actions.setPace(nextPace(playback.pace, 1)),
    earlier: () => actions.shift(-0.5),
    later: () => actions.shift(0.5),
    setA: () => actions.pin('a'),
    setB: () => actions.pin('b'),
    swap: () => hasPins && actions.swapPins(),
    goTo: inputs.focusGoTo,
    playhead: inputs.focusPlayhead,
    scale: () => actions.setScale(scale === 'time' ? 'events' : 'time'),
    clear: () => {
      if (inputs.brushing || model.brush.isDrawn) {
        model.brush.cancel();
        inputs.setBrushing(false);
        say('Brush cancelled');
      } else if (hasPins) actions.clearPins();
    },
    zoomIn: () => actions.zoom(0.5),
    zoomOut: () => actions.zoom(2),
    diffLook: inputs.onDiffLook,
    note: actions.note,
    nextNote: () => stepNote(1),
    previousNote: () => stepNote(-1),
  };
  return { ...actions, run: (command) => commands[command]() };
}
