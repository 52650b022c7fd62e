/** The documents of events after upcasting, for people who want to see raw and upcast side by side. Runs in the worker's thread. */
import type { SandboxProgram } from '#config';
import { canonicalText, parseExact, type StoredEvent } from '#core';
import type { EventUpcast, WorkerSettings } from './messages.ts';
import { sandboxUpcasters } from './sandbox-upcasters.ts';
import { TimeLimit } from './time-limit.ts';

/** What the upcasters made of each event, or null where none reads it. */
export function upcastTexts(
  namespace: string,
  events: readonly StoredEvent[],
  program: SandboxProgram | null,
  settings: WorkerSettings,
): readonly (EventUpcast | null)[] {
  if (program === null) return events.map(() => null);
  const limit = new TimeLimit(settings.eventLimitMs);
  const upcasters = sandboxUpcasters(program, namespace, settings.configHash, limit);
  return events.map((event) => {
    const document = event.payloadFormat === 'json' ? parseExact(event.payload) : null;
    if (document === null || !document.ok) return null;
    const upcast = upcasters.upcast(event.type, event.schemaVersion, document.value);
    if (!upcast.ok) return { problem: upcast.error.message };
    const { ran, schemaVersion } = upcast.value;
    return ran ? { schemaVersion, text: canonicalText(upcast.value.document) } : null;
  });
}
