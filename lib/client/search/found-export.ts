/** All that a question finds as a file: where it is to be had, and how long it will be. */
import { useQuery } from '@tanstack/react-query';
import type { FoundFormat } from '#wire/export';
import { askServer } from '../ask-server.ts';
import { type FoundQuestion, upTo } from './found-question.ts';

/** Of the beginning of a file, by which the size of the whole is told. */
const SAMPLE_BYTES = 65_536;
const NEW_LINE = 10;

export function foundExportPath(
  { namespace, text, zone, asOf, sort, direction }: FoundQuestion,
  format: FoundFormat,
): string {
  const query = { ns: namespace, q: text, zone, ...upTo(asOf), sort, dir: direction, format };
  return `/api/v1/events/export?${new URLSearchParams(query)}`;
}

export interface FileLength {
  readonly bytes: number;
  /** The whole file was read. */
  readonly isExact: boolean;
}

export interface ExpectedLength {
  /** null: it is not known. */
  readonly length: FileLength | null;
  readonly isComing: boolean;
}

/** `events`: how many rows it will have; null where that is not known. A Parquet file is known when it is made. */
export function useExpectedLength(path: string, format: FoundFormat, events: number | null): ExpectedLength {
  const query = useQuery({
    queryKey: ['expected length', path, events],
    queryFn: async ({ signal }) => {
      const response = await askServer(path, { signal });
      if (!response.ok || response.body === null) throw new Error('The server refused the export.');
      return readLength(response.body.getReader(), events ?? 0);
    },
    enabled: format !== 'parquet' && events !== null,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  return { length: query.data ?? null, isComing: query.isFetching };
}

/** What is not needed to tell it is not read. */
export async function readLength(
  reader: Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>,
  events: number,
): Promise<FileLength> {
  let bytes = 0;
  let lines = 0;
  while (bytes < SAMPLE_BYTES) {
    const { done, value } = await reader.read();
    if (done) return { bytes, isExact: true };
    bytes += value.length;
    for (const byte of value) if (byte === NEW_LINE) lines += 1;
  }
  await reader.cancel();
  return { bytes: Math.round((bytes / Math.max(1, lines)) * events), isExact: false };
}
