/**
 * Which part of a line is what: the options of `--format ndjson` as checked values.
 */
import { fail, ok, parsePointer, parseTimestamp, type Result } from '#core';

export interface Pointer {
  /** RFC 6901, as the user wrote it. */
  readonly text: string;
  readonly steps: readonly string[];
}

export interface NdjsonMapping {
  readonly entityType: { readonly constant: string } | { readonly pointer: Pointer };
  readonly entityId: Pointer;
  readonly eventType: Pointer;
  readonly actor: Pointer | null;
  readonly occurredAt: Pointer | null;
  readonly recordedAt: Pointer | null;
  /** Steps [] is the whole line. */
  readonly payload: Pointer;
  /** Where the payload's text stands in lines whose document did not parse. */
  readonly payloadText: Pointer | null;
  /** Empty: the default id. */
  readonly eventId: readonly Pointer[];
  readonly correlationId: Pointer | null;
  readonly causationId: Pointer | null;
  readonly schemaVersion: Pointer | null;
  readonly metadata: Pointer | null;
  readonly removedWhen: { readonly pointer: Pointer; readonly value: string } | null;
}

/** The same as the command line has it: pointers as text. */
export interface NdjsonOptions {
  readonly entityType?: string | undefined;
  readonly entityTypeFrom?: string | undefined;
  readonly entityId?: string | undefined;
  readonly eventType?: string | undefined;
  readonly actor?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly recordedAt?: string | undefined;
  readonly payload?: string | undefined;
  readonly payloadText?: string | undefined;
  /** Pointers separated by commas. */
  readonly eventId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  readonly schemaVersion?: string | undefined;
  readonly metadata?: string | undefined;
  /** `/pointer=value`. */
  readonly removedWhen?: string | undefined;
}

/** Errors: CS-203, naming the option. */
export function readMapping(options: NdjsonOptions): Result<NdjsonMapping> {
  const problems: string[] = [];
  const optional = (name: string, text: string | undefined): Pointer | null => {
    if (text === undefined) return null;
    const steps = parsePointer(text);
    if (steps.ok) return { text, steps: steps.value };
    problems.push(`${name}: ${steps.error.message}`);
    return null;
  };
  const required = (name: string, text: string | undefined): Pointer => {
    if (text === undefined) problems.push(`${name} is needed`);
    return optional(name, text) ?? WHOLE_LINE;
  };
  const mapping: NdjsonMapping = {
    entityType: entityTypeOf(options, required, problems),
    entityId: required('--entity-id', options.entityId),
    eventType: required('--event-type', options.eventType),
    actor: optional('--actor', options.actor),
    occurredAt: optional('--occurred-at', options.occurredAt),
    recordedAt: optional('--recorded-at', options.recordedAt),
    payload: optional('--payload', options.payload) ?? WHOLE_LINE,
    payloadText: optional('--payload-text', options.payloadText),
    eventId: (options.eventId?.split(',') ?? []).map((text) => required('--event-id', text)),
    correlationId: optional('--correlation-id', options.correlationId),
    causationId: optional('--causation-id', options.causationId),
    schemaVersion: optional('--schema-version', options.schemaVersion),
    metadata: optional('--metadata', options.metadata),
    removedWhen: removedWhenOf(options, required, problems),
  };
  return problems.length === 0 ? ok(mapping) : fail('CS-203', problems.join('; '));
}

/** Errors: CS-203 for a zone that is neither an IANA name nor an offset. */
export function checkZone(zone: string): Result<string> {
  const tried = parseTimestamp('2000-01-01T00:00:00', { zone });
  return tried.ok ? ok(zone) : fail('CS-203', `--zone: ${tried.error.message}`);
}

const WHOLE_LINE: Pointer = { text: '', steps: [] };

type Required = (name: string, text: string | undefined) => Pointer;

function entityTypeOf(
  options: NdjsonOptions,
  required: Required,
  problems: string[],
): NdjsonMapping['entityType'] {
  if (options.entityType !== undefined && options.entityTypeFrom !== undefined) {
    problems.push('--entity-type and --entity-type-from exclude each other');
  }
  if (options.entityType !== undefined) return { constant: options.entityType };
  if (options.entityTypeFrom !== undefined) {
    return { pointer: required('--entity-type-from', options.entityTypeFrom) };
  }
  problems.push('--entity-type or --entity-type-from is needed');
  return { constant: '' };
}

/** The value may hold `=`, a pointer's first `=` ends it: keys with `=` cannot be named here. */
function removedWhenOf(
  options: NdjsonOptions,
  required: Required,
  problems: string[],
): NdjsonMapping['removedWhen'] {
  const text = options.removedWhen;
  if (text === undefined) return null;
  const sign = text.indexOf('=');
  if (sign === -1) {
    problems.push('--removed-when is written /pointer=value');
    return null;
  }
  return { pointer: required('--removed-when', text.slice(0, sign)), value: text.slice(sign + 1) };
}
