'use client';

import { citationOf } from '#client/citation';
import { type EntityName, entityHref } from '#client/entity-href';
import { useFace } from '#client/wording/use-face';
import { CopyButton } from '#components/ui/copy-button';
import type { Axis, EventHeader } from '#core';
import type { EventDetail } from '#wire';
import { CopyAs } from './copy-as.tsx';

/** What one takes along: a link to this exact moment, and words that can be checked against the log. */
export function CitationBar({
  entity,
  event,
  detail,
  axis,
  known,
}: {
  entity: EntityName;
  event: EventHeader;
  detail: EventDetail | null;
  axis: Axis;
  /** Newest version that the history on screen takes into account. */
  known: number;
}) {
  // On the occurred axis a later event can rewrite the past, so the link says how much was known when it was copied.
  const upTo = axis === 'occurred' ? known : null;
  const { face } = useFace();
  const link = () =>
    `${window.location.origin}${entityHref(entity, { at: String(event.version), axis, upTo })}`;
  return (
    <div className="flex flex-wrap gap-1 border-line border-t px-2 py-2">
      <CopyButton text={link} title="A link to this event, on this axis">
        Copy link
      </CopyButton>
      {detail === null ? null : (
        <CopyButton
          text={() => citationOf(entity, event, detail, face)}
          title="Entity, event, time and the hash of its leaf in the log"
        >
          Copy citation
        </CopyButton>
      )}
      {detail === null ? null : <CopyAs entity={entity} detail={detail} />}
    </div>
  );
}
