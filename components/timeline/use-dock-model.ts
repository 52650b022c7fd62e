'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Columns } from '#client/playhead-columns';
import type { Matching } from '#client/playhead-matching';
import type { Layout } from '#client/playhead-positions';
import { type DockEvents, DockModel, type Pins } from './dock-model.ts';
import type { DockHistory } from './dock-props.ts';

export interface DockInputs extends DockEvents {
  readonly replay: DockHistory;
  readonly ordinal: number;
  readonly instant?: bigint | null;
  readonly pins: Pins;
  readonly layout: Layout;
  readonly matching: Matching | null;
  readonly zone: string;
  readonly followed: Uint32Array | null;
}

/** The model of one history, kept in step with what the page has committed. */
export function useDockModel(inputs: DockInputs, columns: Columns): DockModel {
  const { replay, ordinal, instant, pins, layout, matching, zone, followed } = inputs;
  const latest = useRef<DockEvents>(inputs);
  useLayoutEffect(() => {
    latest.current = inputs;
  });
  // Once for all models: made with each of them, it would keep the one before within reach, and all of its columns.
  const [events] = useState<DockEvents>(() => ({
    onPreview: (place) => latest.current.onPreview(place),
    onCommit: (place, instant) => latest.current.onCommit(place, instant),
    onPins: (next) => latest.current.onPins(next),
  }));
  const create = () => new DockModel(replay, columns, layout, ordinal, events);
  const [model, setModel] = useState(create);
  if (model.columns !== columns) setModel(create());
  useLayoutEffect(() => model.setLayout(layout), [model, layout]);
  useLayoutEffect(() => model.setMatching(matching), [model, matching]);
  useLayoutEffect(() => model.setZone(zone), [model, zone]);
  useLayoutEffect(() => model.follow(ordinal, instant), [model, ordinal, instant]);
  useLayoutEffect(() => model.setFollowed(followed), [model, followed]);
  const { a, b } = pins;
  useLayoutEffect(() => model.setPins({ a, b }), [model, a, b]);
  useEffect(() => replay.watch(model.refresh), [replay, model]);
  useEffect(() => () => model.dispose(), [model]);
  return model;
}
