/** Going to a moment that was typed and that means the same for every entity: an instant or a position. */
import { useState } from 'react';
import { parseMoment } from '#core';
import type { TogetherView } from '#wire';
import { idOf, placesOfEvent } from '../event-id.ts';
import { readGoTo } from '../go-to-text.ts';
import { TIMES_TO_WRITE } from '../no-moment.ts';

export interface SharedGoTo {
  /** Says whether it went there. */
  goTo(typed: string): Promise<boolean>;
  /** Why it did not; null where it did. */
  readonly problem: string | null;
  /** What was typed is gone, and its problem with it. */
  forget(): void;
  /** What to know of the moment that it went to, while the page is still there; null: nothing. */
  readonly note: string | null;
}

export function useSharedGoTo(
  namespace: string,
  at: string | null,
  zone: string,
  change: (patch: Partial<TogetherView>, how: 'push' | 'replace') => void,
): SharedGoTo {
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly at: string; readonly note: string } | null>(null);
  const goTo = async (typed: string) => {
    const { text, problem: refused, note } = readGoTo(typed, { now: Date.now(), zone });
    setSaid(null);
    const moment: SharedMoment =
      refused === null ? await sharedMoment(namespace, text) : { ok: false, error: refused };
    setProblem(moment.ok ? null : moment.error);
    if (!moment.ok) return false;
    if (note !== null) setSaid({ at: text, note });
    change({ at: moment.at }, 'push');
    return true;
  };
  const forget = () => setProblem(null);
  return { goTo, problem, forget, note: said?.at === at ? said.note : null };
}

type SharedMoment =
  | { readonly ok: true; readonly at: string | null }
  | { readonly ok: false; readonly error: string };

/** An event that is named by its id has a position, which is a moment for all of them. */
async function sharedMoment(namespace: string, text: string): Promise<SharedMoment> {
  const id = idOf(text);
  if (id !== null) {
    const place = await placesOfEvent(namespace, id, 'several');
    const [event] = place.events;
    return event === undefined ? { ok: false, error: place.problem } : { ok: true, at: `@${event.position}` };
  }
  const moment = parseMoment(text);
  if (moment.ok && moment.value.kind === 'version')
    return {
      ok: false,
      error: `Version ${moment.value.version} is another moment in each entity. Write a position of the log (@81204), the id of an event, ${TIMES_TO_WRITE}.`,
    };
  return { ok: true, at: moment.ok && moment.value.kind === 'latest' ? null : text };
}
