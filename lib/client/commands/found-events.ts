/** The events of a namespace that have what was typed as their id, asked of the server once typing rests. */
import { useQuery } from '@tanstack/react-query';
import type { FoundEvents } from '#wire';
import { findEvent } from '../find-event.ts';
import { useSettled } from '../use-settled.ts';

const REST_MS = 140;

/** While it is looked for, or cannot be asked, there are none: what is found by name is told to fail in its own place. */
export function useFoundEvents(namespace: string, typed: string): FoundEvents['events'] {
  const id = typed.trim();
  const settled = useSettled(id, REST_MS);
  const query = useQuery({
    queryKey: ['event by id', namespace, settled],
    queryFn: ({ signal }) => findEvent(namespace, settled, signal),
    enabled: settled !== '' && settled === id,
    staleTime: 10_000,
    networkMode: 'always',
    retry: false,
  });
  return settled === id ? (query.data?.events ?? NONE) : NONE;
}

const NONE: FoundEvents['events'] = [];
