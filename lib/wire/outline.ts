/**
 * What a history is made of, as it crosses HTTP: its segments, and of each what is known before it is read.
 *
 * Law: readOutline(outlineJson(o)) says what `o` says.
 */
import { z } from 'zod';
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
import { instant, version } from './parts.ts';

const micros = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Microseconds since 1970-01-01 UTC.' });
const axis = z.enum(['recorded', 'occurred']);

const sketchSchema = z
  .object({
    types: z
      .array(z.object({ type: z.string(), events: z.int().min(1) }))
      .meta({ description: 'Event types in the order in which they are met.' }),
    clocks: z.array(micros).meta({
      description: 'Places on the axis of the first event, of every 256th behind it, and of the last.',
    }),
    days: z
      .array(z.tuple([version, z.int()]))
      .meta({ description: 'Events on another UTC day than the one before: ordinal, days since 1970.' }),
    timed: z.int().min(0).meta({ description: 'How many events have a time of their own.' }),
    latest: micros.nullable().meta({ description: 'The latest of their own times.' }),
    lowest: version.nullable().meta({ description: 'The lowest version of the events that have one.' }),
  })
  .meta({ description: 'What can be drawn before the segment is read.' });

const segmentSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  first: version.meta({ description: 'Ordinal of its first event on the axis.' }),
  last: version,
  until: instant.meta({ description: 'When its last event was recorded or occurred, as the axis has it.' }),
  isOpen: z.boolean().meta({ description: 'More events may go into it; then it has another hash.' }),
  lowestVersion: version,
  highestVersion: version,
  touched: z.string().meta({
    contentEncoding: 'base64',
    description: 'Bloom filter of the paths that its events changed (docs/segment-format.md).',
  }),
  sketch: sketchSchema,
});

export const outlineSchema = z
  .object({
    axis,
    defaultAxis: axis,
    events: z.int().min(0).meta({ description: 'How many are taken into account.' }),
    projection: z
      .object({ kind: z.string(), name: z.string(), hash: z.string() })
      .meta({ description: 'The rule that folds the events; its hash changes with it.' }),
    segments: z.array(segmentSchema),
  })
  .meta({ description: 'What the history is made of, ascending.' });

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
  const { axis: shown, defaultAxis, projection, segments } = outlineSchema.parse(JSON.parse(text));
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
