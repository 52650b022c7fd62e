'use client';

import { shownName } from '#client/shown-blanks';
import { NO_LABELS } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { eventTitle, wordingOf } from '#client/wording/wording';
import { visibleString } from '#components/ui/visible-text';
import { WordBreaks } from './word-breaks.tsx';

export type EventLabels = readonly (readonly [type: string, label: string])[];

/** A type of event as the face that is chosen says it; its exact name is the title where that is another. */
export function EventTypeName({ type, labels }: { type: string; labels: EventLabels }) {
  const { face } = useFace();
  const wording = wordingOf(face, { ...NO_LABELS, events: labels.filter(([name]) => name === type) });
  return (
    <span title={visibleString(eventTitle(wording, type))}>
      <WordBreaks text={shownName(wording.eventOf(type))} />
    </span>
  );
}
