/** How the port refuses before anything else sees the request: in a line for people, as problem+json for programs. */
import type { Problem } from '#core';
import { isApi, methodsAllowed } from '#server';
import { problemJson } from '#wire';

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `url`: what was asked for. */
export function refusalOf(url: string, status: number, { code, message }: Problem): Refusal {
  const said = isApi(url)
    ? {
        type: 'application/problem+json',
        body: JSON.stringify(problemJson(status, titleOf(status), { code, message })),
      }
    : { type: 'text/plain; charset=utf-8', body: `${code}: ${message}\n` };
  return {
    status,
    headers: { 'content-type': said.type, 'cache-control': 'no-store', ...headersOf(status, url) },
    body: said.body,
  };
}

/** What the status asks for beside a body (RFC 9110). */
function headersOf(status: number, url: string): Readonly<Record<string, string>> {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  if (status === 405) return { allow: methodsAllowed(url).join(', ') };
  return status === 503 ? { 'retry-after': '1' } : {};
}

const TITLES: ReadonlyMap<number, string> = new Map([
  [400, 'The address cannot be read'],
  [401, 'The token is missing or wrong'],
  [403, 'A foreign Host or Origin'],
  [405, 'The method is not for this address'],
  [503, 'The server is starting'],
]);

const titleOf = (status: number): string => TITLES.get(status) ?? 'The question could not be answered';
