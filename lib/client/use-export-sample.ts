/** The file itself where it is short, or a part of it by which the size of the whole can be told. */
import { useQuery } from '@tanstack/react-query';
import { utf8Length } from '#core';
import { askServer } from './ask-server.ts';
import { type ExportChoice, type ExportSource, exportLink } from './export-link.ts';

/** Events that are read to tell the size of many. */
const SAMPLE = 100;

export interface ExportSample {
  /** The whole file; null where it is longer, or has not come yet. */
  readonly text: string | null;
  /** Bytes of the whole file; null where they are not known. */
  readonly bytes: number | null;
  readonly isExact: boolean;
  readonly isComing: boolean;
}

const NOT_KNOWN: ExportSample = { text: null, bytes: null, isExact: false, isComing: false };

export function useExportSample(source: ExportSource, choice: ExportChoice): ExportSample {
  const { events } = exportLink(source, choice);
  const isLong = events !== null && events > SAMPLE;
  const sampled = isLong ? sampleOf(source, choice) : choice;
  const listsEvents = choice.what === 'events' || choice.what === 'changes';
  // How many events a filter leaves is known when all were looked at.
  const asks = sampled !== null && !(listsEvents && events === null);
  const { path } = exportLink(source, sampled ?? choice);
  const query = useQuery({
    queryKey: ['export', path],
    queryFn: async ({ signal }) => {
      const response = await askServer(path, { signal });
      if (!response.ok) throw new Error('The server refused the export.');
      return response.text();
    },
    enabled: asks,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
  if (!asks) return NOT_KNOWN;
  if (query.data === undefined) return { ...NOT_KNOWN, isComing: query.isFetching };
  const bytes = utf8Length(query.data);
  if (!isLong) return { text: query.data, bytes, isExact: true, isComing: false };
  return { text: null, bytes: Math.round((bytes * events) / SAMPLE), isExact: false, isComing: false };
}

/** The last ones of the stretch. On the occurred axis their versions are not known here. */
function sampleOf({ axis }: ExportSource, choice: ExportChoice): ExportChoice | null {
  if (axis === 'occurred' || choice.from === null) return null;
  const last = Math.max(choice.from.ordinal, choice.to.ordinal);
  const at = (ordinal: number) => ({ ordinal, version: ordinal });
  return { ...choice, from: at(last - SAMPLE), to: at(last) };
}
