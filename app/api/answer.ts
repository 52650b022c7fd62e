/** How route handlers answer: exact JSON text, or problem+json. */
import { createHash } from 'node:crypto';
import type { Problem, QueryProblem } from '#core';
import { problemJson } from '#wire';

/**
 * JSON text that we wrote ourselves, with an ETag over it: the head of a log moves, so a client asks again and is told
 * "not modified" for as little as a header.
 *
 * That goes for answers about the past too. The state at version 812 cannot change for one projection, but a changed reducer or
 * upcaster makes another state of the same events, and nothing in the address says by which of them it was made. What may be kept
 * for ever is a segment: its hash is over the projection, the configuration and the events.
 */
export function answerJson(request: Request, text: string, type = 'application/json'): Response {
  return tagged(request, `${type}; charset=utf-8`, text);
}

/** The same for an encoded history. */
export function answerBytes(request: Request, bytes: Uint8Array): Response {
  return tagged(request, 'application/octet-stream', bytes);
}

/**
 * What is addressed by its content, as it is kept: gzipped. That is its type and no Content-Encoding, because Next takes that header away
 * from the answers of route handlers, and a reader would find compressed bytes where none were announced.
 */
export function answerForEver(gzipped: Uint8Array): Response {
  const headers = {
    'content-type': 'application/gzip',
    'cache-control': 'private, max-age=31536000, immutable',
  };
  return new Response(Uint8Array.from(gzipped), { headers });
}

function tagged(request: Request, type: string, body: string | Uint8Array): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { 'content-type': type, 'cache-control': 'private, no-cache', etag };
  if (request.headers.get('if-none-match')?.includes(etag) === true)
    return new Response(null, { status: 304, headers });
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { headers });
}

/** What was done; nothing to keep. */
export function answerWritten(text: string): Response {
  return new Response(text, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

export function answerProblem(status: number, title: string, problem: Problem | QueryProblem): Response {
  return new Response(JSON.stringify(problemJson(status, title, problem)), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

export function answerNoSuchEntity(): Response {
  return answerProblem(404, 'No such entity', {
    code: 'CS-510',
    message: 'No event names this entity in this namespace. See /entities for what there is.',
  });
}

/** A failure that is ours: said with its number, logged, never with internals. */
export function answerFailure(problem: Problem | QueryProblem): Response {
  const wrongUse = WRONG_USE.get(problem.code);
  if (wrongUse !== undefined) return answerProblem(400, wrongUse, problem);
  const disagrees = DISAGREES.get(problem.code);
  return disagrees === undefined
    ? answerProblem(500, 'The question could not be answered', problem)
    : answerProblem(409, disagrees, problem);
}

const UNREADABLE = 'The question cannot be read';

/** What is wrong with the question and not with us; another number of the same hundred may be about what the store holds. */
const WRONG_USE: ReadonlyMap<string, string> = new Map([
  ['CS-106', UNREADABLE],
  ['CS-110', UNREADABLE],
  ['CS-111', UNREADABLE],
  ['CS-112', UNREADABLE],
  ['CS-114', UNREADABLE],
  ['CS-115', UNREADABLE],
  ['CS-116', UNREADABLE],
  ['CS-121', UNREADABLE],
  ['CS-124', UNREADABLE],
  ['CS-150', UNREADABLE],
  ['CS-151', UNREADABLE],
  ['CS-152', UNREADABLE],
  ['CS-153', UNREADABLE],
  ['CS-154', UNREADABLE],
  ['CS-511', 'The range cannot be read'],
  ['CS-530', 'The note cannot be kept'],
]);

/** It would be right if the store were as the client thinks. */
const DISAGREES: ReadonlyMap<string, string> = new Map([
  ['CS-301', 'It was changed meanwhile'],
  ['CS-302', 'The event id is taken'],
  ['CS-322', 'The search took too long'],
  ['CS-324', 'The search would take long'],
  ['CS-531', 'There is no such note'],
]);
