/** What a request sends, as JSON by its schema, read no further than it may be long. */
import type { z } from 'zod';
import { fail, ok, type Result } from '#core';

const LONGEST_BYTES = 65_536;

/** `code`: under which number a body is refused that is not what the schema says. */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  code: string,
): Promise<Result<z.output<Schema>>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return fail(code, 'Send JSON, as Content-Type: application/json.');
  const text = await boundedText(request);
  if (text === null) return fail(code, `A request has at most ${LONGEST_BYTES} bytes of UTF-8.`);
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return fail(code, 'The request is not JSON.');
  }
  const read = schema.safeParse(sent);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail(code, `${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'it cannot be read'}`);
}

/** null: it is too long, or no UTF-8. */
async function boundedText(request: Request): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.byteLength;
    if (bytes > LONGEST_BYTES) return null;
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return null;
  }
}
