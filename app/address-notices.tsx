import { IgnoredParts } from './ignored-parts.tsx';

/** What of an address could not be read. */
export function AddressNotices({ ignored }: { ignored: readonly string[] }) {
  if (ignored.length === 0) return null;
  return (
    <aside aria-label="Notices">
      <IgnoredParts ignored={ignored} />
    </aside>
  );
}
