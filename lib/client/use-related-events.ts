/** The events that belong to the selected one, asked for once the playhead rests. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { entityApiPath, type RelatedEvents, readRelatedEvents } from '#wire';
import { askServer, untilNextTry } from './ask-server.ts';
import type { EntityName } from './entity-href.ts';
import { useSettled } from './use-settled.ts';

const FIRST = 10;
const MOST = 500;
/** Longer than the pace in which the event pane follows a drag, so that nothing is asked for on the way. */
const REST_MS = 450;

export interface LoadedRelated {
  /** null until they have come. */
  readonly related: RelatedEvents | null;
  readonly problem: string | null;
  /** null: as many are shown as can be. */
  readonly showMore: (() => void) | null;
}

export function useRelatedEvents(entity: EntityName, version: number): LoadedRelated {
  const settled = useSettled(version, REST_MS);
  const [wide, setWide] = useState<number | null>(null);
  const limit = wide === version ? MOST : FIRST;
  const query = useQuery({
    queryKey: ['related', entity.namespace, entity.type, entity.id, settled, limit],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({
        ns: entity.namespace,
        version: String(settled),
        limit: String(limit),
      });
      const response = await askServer(`${entityApiPath(entity.type, entity.id, '/related')}?${asked}`, {
        signal,
      });
      if (!response.ok)
        throw new Error(`The events that belong to it could not be read (${response.status}).`);
      return readRelatedEvents(await response.json());
    },
    enabled: settled > 0,
    networkMode: 'always',
    retry: true,
    retryDelay: untilNextTry,
  });
  const related = query.data?.version === version ? query.data : null;
  return {
    related,
    problem: related === null ? (query.failureReason?.message ?? null) : null,
    showMore: limit === MOST ? null : () => setWide(version),
  };
}
