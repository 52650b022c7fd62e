import { visibleChanges } from '#client/visible-changes';
import type { Wording } from '#client/wording/wording';
import { JsonText } from '#components/ui/json-text';
import { VisibleText } from '#components/ui/visible-text';
import type { ReportAnswer } from '#server';
import type { LeafRow } from '#wire/export';
import { absenceWords } from './absence-words.ts';
import { EventMention } from './event-mention.tsx';
import { ReportSection, ReportTable } from './report-section.tsx';

/** Every value of the state, as it was written, with the event that set it. */
export function ReportState({
  report: { at, absence },
  leaves,
  wording,
}: {
  report: Pick<ReportAnswer, 'at' | 'absence'>;
  leaves: readonly LeafRow[];
  wording: Wording;
}) {
  const title = at.version === 0 ? 'State before the first event' : `State after event ${at.version}`;
  return (
    <ReportSection id="state" title={title}>
      {leaves.length === 0 ? (
        <p>{absenceWords({ at, absence })}</p>
      ) : (
        <ReportTable
          label="State"
          columns={[{ title: 'Field', width: '30%' }, { title: 'Value' }, { title: 'Set by', width: '34%' }]}
        >
          {valuesOf(leaves).map(({ path, after, event }) => (
            <tr key={path}>
              <td>
                <VisibleText text={wording.nameOf(path)} />
              </td>
              <td className="font-mono">
                {wording.face === 'auditor' ? (
                  <VisibleText text={wording.valueOf(after ?? '')} />
                ) : (
                  <JsonText text={after ?? ''} />
                )}
              </td>
              <td>
                <EventMention event={event} />
              </td>
            </tr>
          ))}
        </ReportTable>
      )}
    </ReportSection>
  );
}

/** Without what only says that a list has the members which are listed too. */
export function valuesOf(leaves: readonly LeafRow[]) {
  return visibleChanges(leaves.map(({ path, text, event }) => ({ path, before: null, after: text, event })));
}
