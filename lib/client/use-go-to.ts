/** Going to what somebody typed: a version, a position, an instant, or the id of an event. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '#wire';
import type { EntityName } from './entity-href.ts';
import { idOf, placesOfEvent } from './event-id.ts';
import type { TypedMoment } from './go-to-text.ts';
import type { Replay } from './replay/replay.ts';
import { momentAtOnce, type ResolvedMoment } from './resolve-moment.ts';
import type { TypedAt } from './typed-time.ts';

export interface GoTo {
  /** Says whether it went there. */
  goTo(typed: string): Promise<boolean>;
  /** Why it did not; null where it did. */
  readonly problem: string | null;
  /** What was typed is gone, and its problem with it. */
  forget(): void;
  /** What to know of the moment that it went to, while the page is still there; null: nothing. */
  readonly note: string | null;
  /** What was typed is being looked up. */
  readonly looking: boolean;
}

export function useGoTo(
  entity: EntityName,
  replay: Replay,
  logHead: bigint,
  at: string | null,
  zone: string,
  change: (patch: Partial<View>, how: 'push' | 'replace') => void,
): GoTo {
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly at: string; readonly note: string } | null>(null);
  const [looking, setLooking] = useState(false);
  const address = useRef(at);
  useLayoutEffect(() => {
    address.current = at;
  });
  const goTo = useCallback(
    async (typed: string) => {
      const before = address.current;
      const { text, problem: refused, note } = await readTyped(typed, { now: Date.now(), zone });
      if (address.current !== before) return false;
      setSaid(null);
      if (refused !== null) {
        setProblem(refused);
        return false;
      }
      const atOnce = idOf(text) === null ? momentAtOnce(replay, text) : null;
      setLooking(atOnce === null);
      const { at, found } =
        atOnce === null ? await lookUp(entity, replay, text, logHead) : { at: text, found: atOnce };
      setLooking(false);
      // Who has gone elsewhere meanwhile stays there.
      if (address.current !== before) return false;
      setProblem(found.problem);
      if (found.problem !== null) return false;
      if (note !== null) setSaid({ at, note });
      change({ at: at === 'latest' ? null : at }, 'push');
      return true;
    },
    [entity, replay, logHead, zone, change],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { goTo, problem, forget, note: said?.at === at ? said.note : null, looking };
}

/** What reads it is loaded when something is typed; where it cannot be had, what is written in full goes through as it is. */
async function readTyped(typed: string, at: TypedAt): Promise<TypedMoment> {
  try {
    const { readGoTo } = await import('./go-to-text.ts');
    return readGoTo(typed, at);
  } catch {
    return { text: typed.trim(), problem: null, note: null };
  }
}

async function lookUp(
  entity: EntityName,
  replay: Replay,
  text: string,
  logHead: bigint,
): Promise<{ readonly at: string; readonly found: ResolvedMoment }> {
  const id = idOf(text);
  if (id === null) return { at: text, found: await replay.findMoment(text, logHead) };
  const place = await placeOfEvent(entity, id);
  if (typeof place === 'string') return { at: text, found: { ordinal: replay.length, problem: place } };
  const at = String(place);
  return { at, found: await replay.findMoment(at, logHead) };
}

/** The version of the event with this id, or why there is none. */
async function placeOfEvent({ namespace, type, id }: EntityName, eventId: string): Promise<number | string> {
  const { events, problem } = await placesOfEvent(namespace, eventId, 'one entity');
  const here = events.find(({ entityType, entityId }) => entityType === type && entityId === id);
  if (here !== undefined) return here.version;
  const [other] = events;
  if (other === undefined) return problem;
  return `"${eventId}" is event ${other.version} of ${other.entityType} ${other.entityId}, not of this entity. Ctrl+K finds it too, and leads there.`;
}
