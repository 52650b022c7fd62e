'use client';

import { useMemo } from 'react';
import { carriedWords } from '#client/carried-words';
import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';
import { carriedBeside, type Leaf, parseExact } from '#core';
import type { EventDetail } from '#wire';

/** Longer ones are whole in the record. */
const LONGEST = 120;

/** What an event says that became no part of the state, such as why somebody did it: who reads no payload would never hear of it. */
export function CarriedBeside({
  detail: { payload, payloadFormat, upcast },
  leaves,
  wording,
}: {
  detail: EventDetail;
  /** The state after it. */
  leaves: readonly Leaf[];
  wording: Wording;
}) {
  const { fields, rest } = useMemo(() => {
    const read = upcast !== null || payloadFormat === 'json' ? parseExact(upcast ?? payload) : null;
    return carriedWords(read?.ok === true ? carriedBeside(read.value, leaves) : [], wording);
  }, [payload, payloadFormat, upcast, leaves, wording]);
  if (fields.length === 0) return null;
  return (
    <p className="px-4 pb-3 text-ink-2 [overflow-wrap:anywhere]">
      Recorded with it:{' '}
      {fields.map(([name, value], place) => (
        <span key={name}>
          {place === 0 ? '' : '; '}
          <VisibleText text={name} />{' '}
          <span className="text-ink">
            <VisibleText text={value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value} />
          </span>
        </span>
      ))}
      {rest === 0 ? '.' : `; and ${rest.toLocaleString('en')} more in the record.`}
    </p>
  );
}
