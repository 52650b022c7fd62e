import { readHealth, serverApp } from '#server';

/** 200 while the log can be read, 503 with the reason while it cannot. */
export async function GET(): Promise<Response> {
  const health = await serverApp()
    .then(({ viewer, app }) => readHealth(viewer, app))
    .catch(() => ({ ok: false as const, reason: 'The database does not answer.' }));
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
