/**
 * Who may talk to the server at all, decided before anything else sees the request.
 *
 * A page from elsewhere can make a browser send requests here, and by DNS rebinding under a name of its own even read the
 * answers. The name that the browser was asked for is in Host, the page that asks is in Origin: both must be ours. Where
 * others can reach the port, they must also know the token. What a viewer may see is decided elsewhere.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { isLoopback } from './settings.ts';

export interface GuardPolicy {
  /** The address we listen on. */
  readonly host: string;
  /** Names of this machine under which it may be asked for, beside the address itself. */
  readonly names: readonly string[];
  /** Asked for where the address is not loopback. */
  readonly token?: string;
}

export interface GuardedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export type Verdict =
  | { readonly kind: 'pass' }
  | {
      readonly kind: 'refuse';
      readonly status: 400 | 401 | 403 | 405;
      readonly code: string;
      readonly message: string;
    }
  /** The token came in the address: the browser keeps it as a cookie and asks again without. */
  | { readonly kind: 'welcome'; readonly location: string; readonly cookie: string };

const COOKIE = 'chronoscope_token';
const BASE = 'http://localhost';
const PASS: Verdict = { kind: 'pass' };

/** CS-501: a foreign Host or Origin (403). CS-505: no token, or a wrong one (401). CS-506 (400), CS-507 (405). */
export function guardRequest(policy: GuardPolicy, request: GuardedRequest): Verdict {
  const host = single(request.headers.host);
  if (host === null || !isOurs(policy, hostNameOf(host))) {
    return refuse(403, 'CS-501', `This server is not known as ${host ?? 'nobody'}.`);
  }
  const origin = single(request.headers.origin);
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    return refuse(403, 'CS-501', `Pages of ${origin} may not use this server.`);
  }
  const allowed = methodsAllowed(request.url);
  if (!allowed.includes(request.method)) {
    const why = `${request.method} is not for this address, which takes ${allowed.join(', ')}.`;
    return refuse(405, 'CS-507', why);
  }
  if (!isDecodable(request.url)) {
    return refuse(400, 'CS-506', 'The address is not percent-encoded UTF-8. Encode each id by itself.');
  }
  return isLoopback(policy.host) ? PASS : checkToken(policy.token ?? '', request);
}

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
const ANY: readonly string[] = [...READING, 'POST'];

/** Below here readers write: what they say about entities, and nothing else. */
const WRITTEN = /^\/api\/v1\/entities\/[^/?]+\/[^/?]+\/notes(?:\?|$)/;

/** What lies behind a page answers to another method without a word. */
export const methodsAllowed = (url: string): readonly string[] =>
  isApi(url) && !WRITTEN.test(url) ? READING : ANY;

/** Whether a program asks: below /api, where refusals are problem+json. */
export const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/** What lies behind would answer such a path with a failure of its own. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

function isOurs(policy: GuardPolicy, name: string | null): boolean {
  if (name === null) return false;
  if (isLoopback(name)) return true;
  if (isLoopback(policy.host)) return false;
  // Rebinding needs a name, as nobody but its owner can make an address answer; so any address will do.
  return isIP(name) !== 0 || [policy.host, ...policy.names].some((ours) => ours.toLowerCase() === name);
}

/** Lower case, without port and brackets. */
function hostNameOf(host: string): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/.exec(host.toLowerCase());
  return match?.[1] ?? match?.[2]?.replace(/\.$/, '') ?? null;
}

function checkToken(token: string, request: GuardedRequest): Verdict {
  const bearer = /^Bearer +(\S+)$/i.exec(single(request.headers.authorization) ?? '')?.[1];
  if (bearer !== undefined) return equal(bearer, token) ? PASS : wrongToken();
  const url = URL.canParse(request.url, BASE) ? new URL(request.url, BASE) : null;
  const inAddress = url?.searchParams.get('token') ?? null;
  if (url !== null && inAddress !== null && request.method === 'GET')
    return equal(inAddress, token) ? welcome(url, token) : wrongToken();
  const cookie = cookieOf(single(request.headers.cookie) ?? '');
  return cookie !== null && equal(cookie, cookieValue(token)) ? PASS : wrongToken();
}

// Two slashes at the front would lead to another server.
function welcome(url: URL, token: string): Verdict {
  url.searchParams.delete('token');
  const location = url.pathname.replace(/^\/+/, '/') + url.search;
  return {
    kind: 'welcome',
    location,
    cookie: `${COOKIE}=${cookieValue(token)}; Path=/; HttpOnly; SameSite=Lax`,
  };
}

const wrongToken = (): Verdict =>
  refuse(
    401,
    'CS-505',
    'Send the token of this server as "Authorization: Bearer …", or open the address once with ?token=….',
  );

// The browser's jar holds a digest: whoever reads it there does not learn the secret that programs send.
const cookieValue = (token: string): string => createHash('sha256').update(`cookie:${token}`).digest('hex');

function cookieOf(header: string): string | null {
  const pair = header.split(/; */).find((text) => text.startsWith(`${COOKIE}=`));
  return pair?.slice(COOKIE.length + 1) ?? null;
}

// Digests have one length, so that the comparison's time says nothing about either text. An empty token lets nobody in.
function equal(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return expected !== '' && timingSafeEqual(digest(given), digest(expected));
}

/** Null where the header is missing or came twice, which no browser does. */
function single(header: string | readonly string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}

const refuse = (status: 400 | 401 | 403 | 405, code: string, message: string): Verdict => ({
  kind: 'refuse',
  status,
  code,
  message,
});
