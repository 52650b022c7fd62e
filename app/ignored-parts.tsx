import { Notice } from '#components/ui/notice';
import { VisibleText } from '#components/ui/visible-text';

/** What of an address could not be read, as `name=value`. */
export function IgnoredParts({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <Notice kind="warning">
      Parts of this address could not be read and were ignored:{' '}
      <span className="font-mono text-sm">
        <VisibleText text={ignored.join(', ')} />
      </span>
    </Notice>
  );
}
