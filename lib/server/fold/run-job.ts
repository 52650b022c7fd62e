/** What a worker does with one job. Everything here runs in the worker's thread. */
import type { SandboxProgram } from '#config';
import {
  buildHistory,
  builtInProjection,
  canonicalText,
  encodeHistory,
  fail,
  noUpcasters,
  ok,
  parseExact,
  type Result,
  type StoredEvent,
  type Upcasters,
} from '#core';
import type { HistoryJob, Job, WorkerSettings } from './messages.ts';
import { reducerProjection } from './reducer-projection.ts';
import { openSandbox } from './sandbox.ts';
import { sandboxUpcasters, upcastElsewhere } from './sandbox-upcasters.ts';
import { TimeLimit } from './time-limit.ts';

export function runJob(job: Job, events: readonly StoredEvent[], settings: WorkerSettings): Result<string> {
  const program = settings.bundlePath === null ? null : openSandbox(settings.bundlePath);
  const limit = new TimeLimit(settings.eventLimitMs);
  const upcasters =
    program === null ? noUpcasters : sandboxUpcasters(program, job.namespace, settings.configHash, limit);
  if (job.kind === 'upcast') return ok(JSON.stringify(events.map((event) => upcastText(event, upcasters))));
  if (job.projection === 'reducer') return reducedHistory(job, events, program, settings.configHash, limit);
  return ok(encodeHistory(buildHistory(events, builtInProjection(job.projection), upcasters, job.axis)));
}

function reducedHistory(
  job: HistoryJob,
  events: readonly StoredEvent[],
  program: SandboxProgram | null,
  hash: string,
  limit: TimeLimit,
): Result<string> {
  const fold = program?.startFold(job.namespace, job.entityType) ?? null;
  if (fold === null) {
    const what = `${job.namespace}/${job.entityType}`;
    return fail('CS-522', `${what} folds by a reducer, and the configuration has none for it.`, what);
  }
  const ordered = job.axis === 'occurred' ? [...events].sort(byOccurrence) : events;
  const projection = reducerProjection({ name: job.entityType, hash }, fold, ordered, limit);
  return ok(encodeHistory(buildHistory(events, projection, upcastElsewhere(''), job.axis)));
}

/** As core orders the occurred axis. Another order would still fold right, only not ahead. */
function byOccurrence(a: StoredEvent, b: StoredEvent): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1;
  return a.version - b.version;
}

function upcastText(event: StoredEvent, upcasters: Upcasters): string | null {
  const document = event.payloadFormat === 'json' ? parseExact(event.payload) : null;
  if (document === null || !document.ok) return null;
  const upcast = upcasters.upcast(event.type, event.schemaVersion, document.value);
  return upcast.ok && upcast.value.ran ? canonicalText(upcast.value.document) : null;
}
