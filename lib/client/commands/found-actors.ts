/** The actors of a namespace whose names begin with what was typed, or hold it, asked of the server once typing rests. */
import { useQuery } from '@tanstack/react-query';
import { type NamesAnswer, readNames } from '#wire';
import { askServer } from '../ask-server.ts';
import { useSettled } from '../use-settled.ts';

const REST_MS = 140;

/** While they are looked for, or cannot be asked, there are none: what else is found stands without them. */
export function useFoundActors(namespace: string, typed: string): NamesAnswer {
  const text = typed.trim();
  const settled = useSettled(text, REST_MS);
  const query = useQuery({
    queryKey: ['actors', namespace, settled],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ ns: namespace, of: 'actor', text: settled });
      const answer = await askServer(`/api/v1/names?${asked}`, { signal });
      return answer.ok ? readNames(await answer.json()) : NONE;
    },
    enabled: settled !== '' && settled === text,
    staleTime: 10_000,
    networkMode: 'always',
    retry: false,
  });
  return settled === text ? (query.data ?? NONE) : NONE;
}

const NONE: NamesAnswer = { names: [], isMore: false };
