import { Button } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { VisibleText } from '#components/ui/visible-text';
import { IgnoredParts } from '../../../ignored-parts.tsx';

/** What there is to be told over a page. */
export function NoticeList({
  told,
  ignored,
  reason,
  upTo,
  onAll,
  onClose,
}: {
  told: readonly string[];
  ignored: readonly string[];
  reason: string | null;
  upTo: number | null;
  onAll(): void;
  /** Of the reason. */
  onClose(): void;
}) {
  return (
    <aside aria-label="Notices" className="flex-none divide-y divide-line forced-colors:border-b">
      {told.map((problem) => (
        <Notice key={problem} kind="warning">
          <VisibleText text={problem} />
        </Notice>
      ))}
      <IgnoredParts ignored={ignored} />
      {upTo === null ? null : (
        <Notice>
          Only events up to version {upTo} are taken into account, as when this link was copied.{' '}
          <Button look="outlined" onClick={onAll}>
            Take all
          </Button>
        </Notice>
      )}
      {reason === null ? null : <Notice onClose={onClose}>{reason}</Notice>}
    </aside>
  );
}
