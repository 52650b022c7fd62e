/** The built pages, served by Next inside this process. */
import path from 'node:path';
import type { Handler } from './listen.ts';
import { packedFiles } from './packed-files.ts';

export interface Pages {
  readonly handle: Handler;
  close(): Promise<void>;
}

/** Loads the build under `.next`; throws where there is none. */
export async function openPages(hostname: string, port: number): Promise<Pages> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: checkout(), hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const served: Handler = (request, response) => handle(request, response);
  return {
    handle: packedFiles(path.join(checkout(), '.next/static'), served),
    close: () => app.close(),
  };
}

// This code runs from dist/, one folder below.
const checkout = (): string => path.resolve(import.meta.dirname, '..');
