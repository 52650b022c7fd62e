'use client';

import { useState } from 'react';
import { type NoteDraft, newEventId, type WriteNote } from '#client/notes/use-note-writer';

/**
 * Sends one thing, and answers whether it is kept. What is sent again unchanged, because nobody heard the answer, goes under the same
 * id and is written once; something else gets an id of its own.
 */
export function useSending(onWrite: WriteNote) {
  const [tried, setTried] = useState<{ readonly said: string; readonly eventId: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const [saving, setSaving] = useState(false);
  const send = async (draft: Omit<NoteDraft, 'eventId'>): Promise<boolean> => {
    if (saving) return false;
    const said = JSON.stringify([draft.author, draft.change]);
    const eventId = tried?.said === said ? tried.eventId : newEventId();
    setTried({ said, eventId });
    setSaving(true);
    const refused = await onWrite({ ...draft, eventId });
    setSaving(false);
    setProblem(refused);
    if (refused !== null) setRefusals((before) => before + 1);
    return refused === null;
  };
  return { problem, refusals, saving, send };
}
