'use client';

import { useMemo } from 'react';
import { carriedWords } from '#client/carried-words';
import type { Wording } from '#client/wording/wording';
import { carriedBeside, type Leaf } from '#core';
import { type EventDetail, foldedPayload } from '#wire';
import { CarriedFields } from './carried-fields.tsx';

/** Longer ones are whole in the record. */
const LONGEST = 120;

/** What an event says that became no part of the state, such as why somebody did it: who reads no payload would never hear of it. */
export function CarriedBeside({
  detail,
  leaves,
  wording,
}: {
  detail: EventDetail;
  /** The state after it. */
  leaves: readonly Leaf[];
  wording: Wording;
}) {
  const words = useMemo(() => {
    const payload = foldedPayload(detail);
    return carriedWords(payload === null ? [] : carriedBeside(payload, leaves), wording);
  }, [detail, leaves, wording]);
  if (words.fields.length === 0) return null;
  return (
    <p className="px-4 pb-3 text-ink-2 [overflow-wrap:anywhere]">
      Recorded with it: <CarriedFields words={words} longest={LONGEST} />.
    </p>
  );
}
