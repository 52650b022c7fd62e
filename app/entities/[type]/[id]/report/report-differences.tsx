import { visibleChanges } from '#client/visible-changes';
import type { Wording } from '#client/wording/wording';
import { VisibleText, visible } from '#components/ui/visible-text';
import { type ChangeRow, type ExportScope, latestRow } from '#wire/export';
import { EventMention } from './event-mention.tsx';
import { ReportSection, ReportTable } from './report-section.tsx';

/** Every value that differs, as it was and as it is. */
export function ReportDifferences({
  scope: { from, to },
  isBackwards,
  differences,
  wording,
}: {
  scope: Pick<ExportScope, 'from' | 'to'>;
  /** From the later moment to the earlier one. */
  isBackwards: boolean;
  differences: readonly ChangeRow[];
  wording: Wording;
}) {
  const [a, b] = isBackwards ? [to, from] : [from, to];
  return (
    <ReportSection
      id="differences"
      title={`Differences from event ${a?.version ?? 0} to event ${b?.version ?? 0}`}
    >
      {differences.length === 0 ? (
        <p>There are none: the state is the same at both moments.</p>
      ) : (
        <ReportTable
          label="Differences"
          columns={[
            { title: 'Field', width: '22%' },
            { title: 'Before' },
            { title: 'After' },
            { title: 'Changed by', width: '35%' },
          ]}
        >
          {visibleChanges(differences, latestRow).map(({ path, before, after, event }) => (
            <tr key={path}>
              <td>
                <VisibleText text={wording.nameOf(path)} />
              </td>
              <td className="font-mono">
                {before === null ? <NotThere /> : <del>{visible(wording.valueOf(before))}</del>}
              </td>
              <td className="font-mono">
                {after === null ? <NotThere /> : <ins>{visible(wording.valueOf(after))}</ins>}
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

function NotThere() {
  return <span className="font-text text-ink-3">not there</span>;
}
