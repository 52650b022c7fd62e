/** Said where the catalogue is behind the log. Positions of an answer. */
export function CountedTo({ countedTo, head }: { countedTo: string; head: string }) {
  const behind = BigInt(head) - BigInt(countedTo);
  if (behind <= 0n) return null;
  return (
    <strong className="font-medium">
      {' '}
      Counted up to @{BigInt(countedTo).toLocaleString('en')}; {behind.toLocaleString('en')} newer events
      follow.
    </strong>
  );
}
