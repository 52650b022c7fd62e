/** How an export is answered: a file with its name, written as fast as it is read. */
import type { ExportFile } from '#server';
import { contentDisposition, EXPORT_TYPES } from '#wire/export';

/**
 * Whoever downloads it has one piece of it in our memory. Where a piece cannot be made, the connection is broken off, so that a
 * browser says that the download failed: a short file would look whole.
 */
export function answerExport({ name, format, about: said, rows, parts }: ExportFile): Response {
  const pieces = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await pieces.next().catch((error: unknown) => {
          console.error(error);
          throw error;
        });
        if (done === true) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      cancel: async () => {
        await pieces.return?.();
      },
    },
    // Nothing is read ahead of the client.
    { highWaterMark: 0 },
  );
  const about = inAscii(JSON.stringify({ ...said.members, ...(rows === null ? {} : { rows }) }));
  return new Response(body, {
    headers: {
      'content-type': format === 'parquet' ? EXPORT_TYPES[format] : `${EXPORT_TYPES[format]}; charset=utf-8`,
      'content-disposition': contentDisposition(name),
      ...(about.length > LONGEST_HEADER ? {} : { 'chronoscope-export': about }),
      // What lies between must neither keep it nor hold its pieces back.
      'cache-control': 'private, no-store, no-transform',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Clients refuse answers whose headers are longer than some 16 KiB, and ids may be long. */
const LONGEST_HEADER = 8_192;

/** JSON can say every character in ASCII, and headers have no other. */
function inAscii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
