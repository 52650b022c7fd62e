/**
 * Upcasters bring an event's document from the schema version it was written in to the newest, one step per version,
 * before the fold sees it.
 *
 * They see plain `JSON.parse` values, as reducers do. It does not touch the stored payload.
 */
import { canonicalText } from './json/canonical-text.ts';
import { parsePlain } from './json/parse.ts';
import type { Json } from './json/value.ts';
import { jsonOfPlain } from './projection/plain-value.ts';
import { fail, ok, type Problem, type Result } from './result.ts';

export interface Upcaster {
  readonly type: string;
  /** The schema version it reads; it gives the next one. */
  readonly from: number;
  upcast(document: unknown): unknown;
}

export interface Upcasts {
  readonly document: Json;
  readonly schemaVersion: number;
  readonly ran: boolean;
  /** A step ran on a document in which a double does not give a number's literal back. */
  readonly literalLost: boolean;
}

export interface Upcasters {
  /** Changes whenever a step may have changed; empty where there is none. */
  readonly hash: string;
  /** CS-142: a step threw or did not give JSON. */
  upcast(type: string, schemaVersion: number, document: Json): Result<Upcasts>;
}

export const noUpcasters: Upcasters = {
  hash: '',
  upcast: (_type, schemaVersion, document) => ok({ document, schemaVersion, ran: false, literalLost: false }),
};

/**
 * Chains the steps of each event type. `hash` stands for their code, which core cannot see.
 * CS-140: a version between the lowest and the highest step has none. CS-141: a version has two.
 */
export function createUpcasters(list: readonly Upcaster[], hash: string): Result<Upcasters> {
  if (list.length === 0) return ok(noUpcasters);
  const steps = new Map<string, Map<number, Upcaster>>();
  for (const step of list) {
    const ofType = steps.get(step.type) ?? new Map<number, Upcaster>();
    if (ofType.has(step.from)) {
      return fail('CS-141', `Two upcasters read schema version ${step.from} of ${step.type}. Keep one.`);
    }
    ofType.set(step.from, step);
    steps.set(step.type, ofType);
  }
  for (const [type, ofType] of steps) {
    const gap = firstGap([...ofType.keys()]);
    if (gap !== null) {
      return fail(
        'CS-140',
        `No upcaster reads schema version ${gap} of ${type}, though later versions have one.`,
      );
    }
  }
  return ok({ hash, upcast: (type, version, document) => chain(steps.get(type), type, version, document) });
}

function firstGap(versions: readonly number[]): number | null {
  const known = new Set(versions);
  for (let version = Math.min(...versions); version < Math.max(...versions); version += 1) {
    if (!known.has(version)) return version;
  }
  return null;
}

function chain(
  steps: ReadonlyMap<number, Upcaster> | undefined,
  type: string,
  schemaVersion: number,
  document: Json,
): Result<Upcasts> {
  let step = steps?.get(schemaVersion);
  if (steps === undefined || step === undefined) return noUpcasters.upcast(type, schemaVersion, document);
  const plain = parsePlain(canonicalText(document));
  if (!plain.ok) return plain;
  let value = plain.value.value;
  let version = schemaVersion;
  for (; step !== undefined; step = steps.get(version)) {
    const next = runStep(step, value);
    if (!next.ok) return next;
    value = next.value;
    version += 1;
  }
  return ok({ document: value, schemaVersion: version, ran: true, literalLost: plain.value.literalLost });
}

function runStep(step: Upcaster, document: Json): Result<Json> {
  const failed = (why: string): { readonly ok: false; readonly error: Problem } =>
    fail('CS-142', `The upcaster of ${step.type} from schema version ${step.from} ${why}`);
  try {
    const json = jsonOfPlain(step.upcast(document));
    return json.ok ? json : failed(`did not give JSON: ${json.error.message}`);
  } catch (error) {
    return failed(`threw: ${error instanceof Error ? error.message : String(error)}`);
  }
}
