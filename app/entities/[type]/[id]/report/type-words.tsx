import type { Wording } from '#client/wording/wording';
import { VisibleText } from '#components/ui/visible-text';

/** A type of event in words, and small below it as it is written, where the two differ. */
export function TypeWords({ type, wording }: { type: string; wording: Wording }) {
  const words = wording.eventOf(type);
  return (
    <>
      <VisibleText text={words} />
      {words === type ? null : (
        <span className="block text-[9px] text-ink-2 leading-3 [overflow-wrap:anywhere]">
          <VisibleText text={type} />
        </span>
      )}
    </>
  );
}
