/** Scripts and style sheets in the Brotli copies that the build has put beside them. Their names change with their content. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Handler } from './listen.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
};

/** Hands on to `next` whatever is not there, or not asked for in this coding. `folder`: the one that is served as /_next/static. */
export function packedFiles(folder: string, next: Handler): Handler {
  return async (request, response) => {
    const name = packedName(request);
    const file = name === null ? null : path.join(folder, `${name}.br`);
    const size = file === null ? null : await sizeOf(file);
    if (name === null || file === null || size === null) return next(request, response);
    response.writeHead(200, {
      'content-type': TYPES[path.extname(name)],
      'content-encoding': 'br',
      'content-length': size,
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    if (request.method === 'HEAD') response.end();
    // Who went away meanwhile needs no answer.
    else await pipeline(createReadStream(file), response).catch(() => undefined);
  };
}

function packedName({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(String(headers['accept-encoding'] ?? ''))) return null;
  // Plain names only, so that none leads out of the folder.
  const match = /^\/_next\/static\/((?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*\.(?:js|css))(?:\?.*)?$/.exec(url);
  return match?.[1] ?? null;
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch {
    return null;
  }
}
