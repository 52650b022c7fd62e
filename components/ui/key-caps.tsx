'use client';

import { keyCaps, spokenChord } from '#client/commands/key-words';
import { useOnMac } from '#client/commands/use-on-mac';

/** The keys of a chord as they stand on the keyboard; spoken as words. */
export function KeyCaps({ chord }: { chord: string }) {
  const onMac = useOnMac();
  return (
    <kbd className="inline-flex shrink-0 items-center gap-0.5 font-text">
      <span className="sr-only">{spokenChord(chord, onMac)}</span>
      {keyCaps(chord, onMac).map((cap) => (
        <span
          key={cap}
          aria-hidden
          className="flex h-5 min-w-5 items-center justify-center rounded-sm border border-line-2 bg-surface px-1 text-ink-2 text-xs"
        >
          {cap}
        </span>
      ))}
    </kbd>
  );
}
