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
  const [first, second] = [`event ${a?.version ?? 0}`, `event ${b?.version ?? 0}`];
  return (
    <ReportSection id="differences" title={`Differences from ${first} to ${second}`}>
      {differences.length === 0 ? (
        <p>There are none: the state is the same at both moments.</p>
      ) : (
        <ReportTable
          label="Differences"
          columns={[
            { title: 'Field', width: '22%' },
            // Looking back, what an event changed is the other way round.
            { title: isBackwards ? `At ${first}` : 'Before' },
            { title: isBackwards ? `At ${second}` : 'After' },
            { title: isBackwards ? 'Changed in between by' : 'Changed by', width: '35%' },
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
