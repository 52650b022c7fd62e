/** The few parts of a segment that are JSON, each checked to be what the format says. */
import type { Axis } from '../event.ts';
import { Damage } from './byte-reader.ts';
import type { EventMark, ProjectionLabel } from './history.ts';
import { MARK_KINDS } from './mark-kinds.ts';

const AXES = ['recorded', 'occurred'] as const;
const KINDS = ['replace', 'merge', 'patch', 'row', 'activity', 'reducer'] as const;

export function headOf(text: string): { readonly axis: Axis; readonly projection: ProjectionLabel } {
  const head = membersOf('head', parsed('head', text));
  const projection = membersOf('projection', head.get('projection'));
  return {
    axis: memberOf('axis', head.get('axis'), AXES),
    projection: {
      kind: memberOf('kind', projection.get('kind'), KINDS),
      hash: demandText('hash', projection.get('hash')),
      name: demandText('name', projection.get('name')),
    },
  };
}

export function jsonTexts(field: string, text: string): readonly string[] {
  return listOf(field, parsed(field, text)).map((member) => demandText(field, member));
}

/** By index. */
export function marksOf(text: string, events: number): ReadonlyMap<number, EventMark> {
  const marks = new Map<number, EventMark>();
  for (const entry of listOf('marks', parsed('marks', text))) {
    const [index, kind, message] = listOf('marks', entry);
    if (!Number.isInteger(index) || Number(index) < 0 || Number(index) >= events) {
      throw new Damage('marks', 'names an event that is not there');
    }
    marks.set(Number(index), {
      kind: memberOf('marks', kind, MARK_KINDS),
      message: demandText('marks', message),
    });
  }
  return marks;
}

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Damage(field, 'is no JSON');
  }
}

function membersOf(field: string, value: unknown): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Damage(field, 'is not an object');
  }
  return new Map(Object.entries(value));
}

function listOf(field: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Damage(field, 'is not a list');
  return value;
}

function demandText(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new Damage(field, 'is not a text');
  return value;
}

function memberOf<const T extends string>(field: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Damage(field, `is none of ${allowed.join(', ')}`);
  return found;
}
