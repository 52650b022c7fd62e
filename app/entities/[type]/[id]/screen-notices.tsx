import { useState } from 'react';
import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { VisibleText } from '#components/ui/visible-text';

/** Where what is shown differs from what was asked, and why. */
export function ScreenNotices({
  problems,
  ignored,
  axisReason,
  upTo,
  onAll,
}: {
  problems: readonly (string | null)[];
  ignored: readonly string[];
  axisReason: string | null;
  /** Only events up to this version are taken into account; null: all. */
  upTo: number | null;
  onAll(): void;
}) {
  const told = [...new Set(problems.filter((problem) => problem !== null))];
  const [closed, setClosed] = useState(false);
  const reason = closed ? null : axisReason;
  if (told.length === 0 && ignored.length === 0 && reason === null && upTo === null) return null;
  return (
    <aside aria-label="Notices" className="flex-none divide-y divide-line forced-colors:border-b">
      {told.map((problem) => (
        <Notice key={problem} kind="warning">
          <VisibleText text={problem} />
        </Notice>
      ))}
      {ignored.length === 0 ? null : (
        <Notice kind="warning">
          Parts of this address could not be read and were ignored:{' '}
          <span className="font-mono text-sm">
            <VisibleText text={ignored.join(', ')} />
          </span>
        </Notice>
      )}
      {upTo === null ? null : (
        <Notice>
          Only events up to version {upTo} are taken into account, as when this link was copied.{' '}
          <Button look="outlined" onClick={onAll}>
            Take all
          </Button>
        </Notice>
      )}
      {reason === null ? null : <Notice onClose={() => setClosed(true)}>{reason}</Notice>}
    </aside>
  );
}
