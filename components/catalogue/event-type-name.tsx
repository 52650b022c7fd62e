'use client';

import { Fragment } from 'react';
import { NO_LABELS } from '#client/wording/labels';
import { useFace } from '#client/wording/use-face';
import { eventTitle, wordingOf } from '#client/wording/wording';
import { VisibleText, visibleString } from '#components/ui/visible-text';

export type EventLabels = readonly (readonly [type: string, label: string])[];

/** A type of event as the face that is chosen says it; its exact name is the title where that is another. */
export function EventTypeName({ type, labels }: { type: string; labels: EventLabels }) {
  const { face } = useFace();
  const wording = wordingOf(face, { ...NO_LABELS, events: labels.filter(([name]) => name === type) });
  let offset = 0;
  return (
    <span title={visibleString(eventTitle(wording, type))}>
      {wording
        .eventOf(type)
        .split(WORD_ENDS)
        .map((word) => {
          const key = offset;
          offset += word.length;
          return (
            <Fragment key={key}>
              {key === 0 ? null : <wbr />}
              <VisibleText text={word} />
            </Fragment>
          );
        })}
    </span>
  );
}

/** A long name may break where one of its words ends. */
const WORD_ENDS = /(?<=[a-z0-9])(?=[A-Z])|(?<=[._/-])/;
