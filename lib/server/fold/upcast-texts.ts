/** The documents of events after upcasting, for people who want to see raw and upcast side by side. Runs in the worker's thread. */
import type { SandboxProgram } from '#config';
import { canonicalText, parseExact, type StoredEvent } from '#core';
import type { WorkerSettings } from './messages.ts';
import { sandboxUpcasters } from './sandbox-upcasters.ts';
import { TimeLimit } from './time-limit.ts';

/** Exact JSON text, or null where no upcaster ran (or none could). */
export function upcastTexts(
  namespace: string,
  events: readonly StoredEvent[],
  program: SandboxProgram | null,
  settings: WorkerSettings,
): readonly (string | null)[] {
  if (program === null) return events.map(() => null);
  const limit = new TimeLimit(settings.eventLimitMs);
  const upcasters = sandboxUpcasters(program, namespace, settings.configHash, limit);
  return events.map((event) => {
    const document = event.payloadFormat === 'json' ? parseExact(event.payload) : null;
    if (document === null || !document.ok) return null;
    const upcast = upcasters.upcast(event.type, event.schemaVersion, document.value);
    return upcast.ok && upcast.value.ran ? canonicalText(upcast.value.document) : null;
  });
}
