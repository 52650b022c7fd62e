'use client';

import { ChevronDown, Pin, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { pillText } from '#client/search/pill-words';
import type { Pill } from '#client/search/pills';
import { Menu } from '#components/ui/menu';
import { visibleString } from '#components/ui/visible-text';
import { PillWordsView } from './pills-words.tsx';

/** A term of the query: what can be done with it is in its menu, and Delete removes it. */
export function QueryPill({
  pill,
  isPinned,
  onNegate,
  onSetAside,
  onPin,
  onRemove,
}: {
  pill: Pill;
  isPinned: boolean;
  onNegate(): void;
  onSetAside(): void;
  onPin(): void;
  onRemove(): void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const name = visibleString(pillText(pill.words));
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (box !== undefined) setPlace({ x: box.left, y: box.bottom + 4 });
  };
  return (
    <li className="flex max-w-full items-stretch rounded-md border border-line-2 bg-surface">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={place !== null}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
        }}
        title={isPinned ? 'Pinned: it stays when the rest is cleared' : undefined}
        className="flex min-h-[26px] min-w-0 items-center gap-1.5 rounded-l-md px-2 text-left outline-offset-[-2px] hover:bg-sunken"
      >
        {isPinned ? <Pin aria-hidden size={12} className="shrink-0 text-ink-2" /> : null}
        <PillWordsView words={pill.words} isNegated={pill.isNegated} />
        {isPinned ? <span className="sr-only">(pinned)</span> : null}
        <ChevronDown aria-hidden size={12} className="shrink-0 text-ink-3 print:hidden" />
      </button>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        title={`Remove ${name}`}
        onClick={onRemove}
        className="flex w-[26px] shrink-0 items-center justify-center rounded-r-md border-line border-l text-ink-3 outline-offset-[-2px] hover:bg-sunken hover:text-ink print:hidden"
      >
        <X aria-hidden size={14} />
      </button>
      {place === null ? null : (
        <Menu
          label={name}
          at={place}
          onClose={(isDone) => {
            setPlace(null);
            if (isDone) button.current?.focus();
          }}
          items={[
            {
              text: pill.isNegated ? 'Find what is so' : 'Find what is not so',
              onChoose: onNegate,
            },
            { text: 'Leave it out for a while', onChoose: onSetAside },
            { text: isPinned ? 'Unpin it' : 'Pin it: it stays when the rest is cleared', onChoose: onPin },
            { text: 'Remove it', keys: 'Delete', onChoose: onRemove },
          ]}
        />
      )}
    </li>
  );
}
