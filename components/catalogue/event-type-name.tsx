'use client';

import { NO_LABELS } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { eventTitle, wordingOf } from '#client/wording/wording';
import { VisibleText, visibleString } from '#components/ui/visible-text';

export type EventLabels = readonly (readonly [type: string, label: string])[];

/** A type of event as the face that is chosen says it; its exact name is the title where that is another. */
export function EventTypeName({ type, labels }: { type: string; labels: EventLabels }) {
  const { face } = useFace();
  const wording = wordingOf(face, { ...NO_LABELS, events: labels.filter(([name]) => name === type) });
  return (
    <span title={visibleString(eventTitle(wording, type))}>
      <VisibleText text={wording.eventOf(type)} />
    </span>
  );
}
