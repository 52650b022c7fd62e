/**
 * What a history is made of, as it crosses HTTP: its segments, and of each what is known before it is read.
 *
 * Law: readOutline(outlineJson(o)) says what `o` says.
 */
import type { z } from 'zod';
import {
  type Axis,
  formatInstant,
  type HistoryOutline,
  PathFilter,
  type ProjectionLabel,
  parseInstant,
  type SegmentOutline,
  type SketchedSegment,
} from '#core';
import { answerOf } from './answer-of.ts';
import type { outlineSchema } from './api/outline-schema.ts';

type OutlineJson = z.infer<typeof outlineSchema>;

/** A segment as whoever reads histories knows it. */
export interface OutlinedSegment extends SegmentOutline, SketchedSegment {
  readonly hash: string;
  readonly isOpen: boolean;
}

export interface ReadOutline extends HistoryOutline {
  readonly defaultAxis: Axis;
  readonly segments: readonly OutlinedSegment[];
}

/** Throws where the text is no outline. */
export function readOutline(text: string): ReadOutline {
  const {
    axis: shown,
    defaultAxis,
    projection,
    segments,
  } = answerOf<OutlineJson>(JSON.parse(text), 'segments');
  return {
    axis: shown,
    defaultAxis,
    projection: { ...projection, kind: projection.kind as ProjectionLabel['kind'] },
    segments: segments.map(({ until, touched, sketch, ...segment }) => ({
      ...segment,
      sketch: {
        ...sketch,
        clocks: sketch.clocks.map(BigInt),
        latest: sketch.latest === null ? null : BigInt(sketch.latest),
      },
      clock: instantOf(until),
      touched: new PathFilter(Uint8Array.from(atob(touched), (character) => character.charCodeAt(0))),
    })),
  };
}

function instantOf(text: string): bigint {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.micros;
}

export function outlineJson(outline: {
  readonly axis: string;
  readonly defaultAxis: string;
  readonly head: number;
  readonly projection: ProjectionLabel;
  readonly segments: readonly StoredOutline[];
}): string {
  const { axis: shown, defaultAxis, head, projection } = outline;
  const facts = JSON.stringify({ axis: shown, defaultAxis, events: head, projection });
  return `${facts.slice(0, -1)},"segments":[${outline.segments.map(segmentJson).join(',')}]}`;
}

/** As the store has it. */
interface StoredOutline {
  readonly hash: string;
  readonly first: number;
  readonly last: number;
  /** Microseconds since 1970 of its last event: recorded (running maximum) or occurred, as the axis has it. */
  readonly clock: bigint;
  readonly isOpen: boolean;
  readonly lowestVersion: number;
  readonly highestVersion: number;
  readonly touched: Uint8Array;
  /** JSON of core's Sketch. */
  readonly sketch: string;
}

function segmentJson({ clock, touched, sketch, ...segment }: StoredOutline): string {
  const { hash, first, last, isOpen, lowestVersion, highestVersion } = segment;
  const filter = btoa(String.fromCharCode(...touched));
  const facts = { hash, first, last, until: formatInstant(clock), isOpen, lowestVersion, highestVersion };
  return `${JSON.stringify({ ...facts, touched: filter }).slice(0, -1)},"sketch":${sketch}}`;
}
