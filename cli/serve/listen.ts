/** The port: everything that comes in passes the guard before anything else sees it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { fail, ok, type Problem, type Result } from '#core';
import { type GuardPolicy, guardRequest, type Settings, type Verdict } from '#server';
import type { Log } from './log.ts';
import { type Refusal, refusalOf } from './refusal.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Door {
  readonly port: number;
  /** For people: where a browser on this machine finds it. */
  readonly address: string;
  /** Before this, requests are answered with 503. */
  open(handler: Handler): void;
  /** Takes no new requests, gives those under way a moment, and ends the rest (a live stream never ends by itself). */
  close(): Promise<void>;
}

const LAST_REQUESTS_MS = 500;

/** @returns CS-409 where the port or the address cannot be had */
export async function listen(settings: Settings, log: Log): Promise<Result<Door>> {
  const { host, port, token } = settings;
  const policy: GuardPolicy = { host, names: [hostname()], ...(token === undefined ? {} : { token }) };
  let handler: Handler = starting;
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    logOnceAnswered(log, method, url, response);
    const verdict = guardRequest(policy, { method, url, headers });
    if (verdict.kind === 'pass')
      handler(request, response).catch((error: unknown) => giveUp(log, error, url, response));
    else answer(verdict, request, response);
  });
  const problem = await bound(server, host, port);
  if (problem !== null) return problem;
  const address = server.address();
  const taken = address !== null && typeof address === 'object' ? address.port : port;
  return ok({
    port: taken,
    address: `http://${nameForPeople(host)}:${taken}`,
    open: (real) => {
      handler = real;
    },
    close: () => closeServer(server),
  });
}

function bound(server: Server, host: string, port: number): Promise<Result<never> | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'EADDRINUSE'
          ? `PORT ${port} on ${host} is taken. Set PORT (or --port) to another, or to 0 for any free one.`
          : `PORT ${port} on ${host} cannot be had: ${error.message}. Set PORT and HOST (or --port and --host) to others.`;
      resolve(fail('CS-409', message, `${host}:${port}`));
    });
    server.listen(port, host, () => resolve(null));
  });
}

function answer(
  verdict: Exclude<Verdict, { kind: 'pass' }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // What a refused request carries is not read.
  request.resume();
  if (verdict.kind === 'welcome') {
    response
      .writeHead(303, {
        location: verdict.location,
        'set-cookie': verdict.cookie,
        'cache-control': 'no-store',
      })
      .end();
    return;
  }
  response.setHeader('connection', 'close');
  refuse(response, refusalOf(request.url ?? '/', verdict.status, verdict));
}

function logOnceAnswered(log: Log, method: string, url: string, response: ServerResponse): void {
  const began = performance.now();
  response.once('close', () => {
    const took = Math.round(performance.now() - began);
    log.debug(`${method} ${url.split('?', 1)[0]} ${response.statusCode} ${took} ms`);
  });
}

// One request that failed unforeseen must not end the server for all others.
function giveUp(log: Log, error: unknown, url: string, response: ServerResponse): void {
  log.error(`A request failed: ${error instanceof Error ? error.stack : error}`);
  if (response.headersSent) response.end();
  else refuse(response, refusalOf(url, 500, UNFORESEEN));
}

const UNFORESEEN: Problem = {
  code: 'CS-500',
  message: 'Something failed that should not. The log of the server says what.',
};

const starting: Handler = async (request, response) =>
  refuse(response, refusalOf(request.url ?? '/', 503, STARTING));

const STARTING: Problem = { code: 'CS-504', message: 'Chronoscope is starting. Ask again in a moment.' };

function refuse(response: ServerResponse, { status, headers, body }: Refusal): void {
  response.writeHead(status, headers).end(body);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function nameForPeople(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
