import { Notice } from '#components/ui/notice';
import { VisibleText } from '#components/ui/visible-text';

/** What of an address could not be read. */
export function AddressNotices({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <aside aria-label="Notices">
      <Notice kind="warning">
        Parts of this address could not be read and were ignored:{' '}
        <span className="font-mono text-sm">
          <VisibleText text={ignored.join(', ')} />
        </span>
      </Notice>
    </aside>
  );
}
