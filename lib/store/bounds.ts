/**
 * Whether an item fits the bounds of the store: the first thing that does not is named, with its own code.
 *
 * Text has to be valid Unicode without U+0000, because PostgreSQL keeps nothing else and a replaced character would be a
 * changed log. Escapes inside a payload (`\u0000`, `\ud800`) are ordinary ASCII and pass.
 */
import {
  FIRST_INSTANT,
  isWellFormed,
  LAST_INSTANT,
  LIMITS,
  type NewEvent,
  NOTES_ENTITY_TYPE,
  type Problem,
} from '#core';
import { OWN_SOURCE, OWN_TYPE_PREFIX, STORE_LIMITS } from './limits.ts';
import type { AppendItem } from './store.ts';

/** `isImported`: it comes from elsewhere, so that nothing in it may pass for the product's own. */
export function boundsProblem(namespace: string, item: AppendItem, isImported = false): Problem | null {
  const { event, restored } = item;
  return (
    idProblem('namespace', namespace) ??
    eventTextProblem(event) ??
    largeTextProblem('payload', event.payload) ??
    largeTextProblem('metadata', event.metadata) ??
    linksProblem(event) ??
    numbersProblem(event) ??
    reservedProblem(event, isImported && restored === undefined)
  );
}

/**
 * Whether all of these may be ids, types or namespaces. What may not names nothing that is stored, and PostgreSQL would fail on the
 * question, or answer it for the text with its replacement characters.
 */
export function canBeIds(...texts: readonly (string | undefined)[]): boolean {
  return texts.every((text) => text === undefined || idProblem('', text) === null);
}

const ID_FIELDS = [
  'entityType',
  'entityId',
  'type',
  'actor',
  'source',
  'eventId',
  'correlationId',
  'causationId',
  'sourcePosition',
  'sourceVersion',
  'occurredText',
  'recordedText',
] as const;

function eventTextProblem(event: NewEvent): Problem | null {
  for (const field of ID_FIELDS) {
    const problem = idProblem(field, event[field]);
    if (problem !== null) return problem;
  }
  return idProblem('sourceRef', event.sourceRef, STORE_LIMITS.sourceRefBytes);
}

function linksProblem(event: NewEvent): Problem | null {
  if (event.links.length > STORE_LIMITS.linksPerEvent) {
    return {
      code: 'CS-317',
      message: `The event concerns ${event.links.length} further entities; at most ${STORE_LIMITS.linksPerEvent} are kept.`,
    };
  }
  for (const link of event.links) {
    const problem =
      idProblem('link entityType', link.entityType) ??
      idProblem('link entityId', link.entityId) ??
      idProblem('link role', link.role);
    if (problem !== null) return problem;
  }
  return null;
}

function idProblem(field: string, text: string | null, limit: number = LIMITS.idBytes): Problem | null {
  if (text === null) return null;
  return unicodeProblem(field, text) ?? sizeProblem('CS-311', field, text, limit);
}

function largeTextProblem(field: string, text: string | null): Problem | null {
  if (text === null) return null;
  return sizeProblem('CS-310', field, text, LIMITS.payloadBytes) ?? unicodeProblem(field, text);
}

function sizeProblem(code: string, field: string, text: string, limit: number): Problem | null {
  // A UTF-16 unit is at most three bytes of UTF-8: most texts need no counting.
  if (text.length * 3 <= limit) return null;
  const bytes = Buffer.byteLength(text);
  if (bytes <= limit) return null;
  return { code, message: `${field} has ${bytes} bytes; at most ${limit} are kept.` };
}

function unicodeProblem(field: string, text: string): Problem | null {
  if (text.includes('\0')) return { code: 'CS-312', message: `${field} holds U+0000.` };
  if (isWellFormed(text)) return null;
  return { code: 'CS-312', message: `${field} holds an unpaired surrogate.` };
}

function numbersProblem(event: NewEvent): Problem | null {
  for (const field of ['occurredAt', 'recordedAt'] as const) {
    const at = event[field];
    if (at !== null && (at > LAST_INSTANT || at < FIRST_INSTANT)) {
      return {
        code: 'CS-315',
        message: `${field} lies outside the years 1685 to 2255 (${at} microseconds).`,
      };
    }
  }
  const { schemaVersion } = event;
  if (Number.isInteger(schemaVersion) && schemaVersion >= 0 && schemaVersion <= STORE_LIMITS.int32)
    return null;
  return {
    code: 'CS-316',
    message: `schemaVersion is ${schemaVersion}; it has to be a whole number from 0.`,
  };
}

function reservedProblem(event: NewEvent, isForeign: boolean): Problem | null {
  if (event.source === OWN_SOURCE) {
    return isForeign ? { code: 'CS-318', message: `The source "${OWN_SOURCE}" is the product's own.` } : null;
  }
  if (event.type.startsWith(OWN_TYPE_PREFIX)) {
    return {
      code: 'CS-313',
      message: `Event types that begin with "${OWN_TYPE_PREFIX}" are the product's own: "${event.type}".`,
    };
  }
  if (event.entityType !== NOTES_ENTITY_TYPE) return null;
  return { code: 'CS-318', message: `The entity type "${NOTES_ENTITY_TYPE}" is the product's own.` };
}
