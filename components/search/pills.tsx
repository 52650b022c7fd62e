'use client';

import { useMemo } from 'react';
import {
  cleared,
  type KeptTerms,
  rewritten,
  useKeptTerms,
  withAside,
  withoutAside,
  withPin,
} from '#client/search/kept-terms';
import { type Pill, pillsOf } from '#client/search/pills';
import { clockIn } from '#client/search/query-clock';
import { Button } from '#components/ui/button';
import { appended, negateSpan, withoutSpan } from '#core';
import { AsidePill } from './pills-aside.tsx';
import { QueryPill } from './pills-item.tsx';

/** The terms of the query that was sent, in words: turned round, left out for a while, pinned or removed by themselves. */
export function Pills({
  namespace,
  zone,
  text,
  onText,
  onLeft,
}: {
  namespace: string;
  zone: string;
  text: string;
  onText(text: string): void;
  /** The pill that had the focus is gone. */
  onLeft(): void;
}) {
  const [kept, keep] = useKeptTerms(namespace);
  const clock = useMemo(() => clockIn(zone), [zone]);
  const { pills, others } = useMemo(() => pillsOf(text, clock), [text, clock]);
  const written = pills.map((pill) => pill.text);
  const aside = kept.aside
    .filter((term) => !written.includes(term))
    .flatMap((term) => pillsOf(term, clock).pills.slice(0, 1));
  if (pills.length + aside.length + others === 0) return null;
  const go = (next: KeptTerms, query: string) => {
    keep(next);
    if (query !== text) onText(query);
  };
  const leave = (next: KeptTerms, query: string) => {
    go(next, query);
    onLeft();
  };
  const negate = (pill: Pill) => {
    const query = negateSpan(text, pill);
    const turned = query.slice(pill.start, pill.end + query.length - text.length);
    go(rewritten(kept, pill.text, turned), query);
  };
  const clear = () => {
    const left = cleared(written, kept);
    leave(left.kept, left.text);
  };
  const isPinned = (pill: Pill) => kept.pinned.includes(pill.text);
  const arePinned = [...pills, ...aside].some(isPinned);
  return (
    <ul aria-label="Conditions" className="flex flex-wrap items-center gap-1.5">
      {pills.map((pill, nth) => (
        <QueryPill
          // biome-ignore lint/suspicious/noArrayIndexKey: a pill that is turned round is still the same one, and keeps the focus
          key={`${nth}`}
          pill={pill}
          isPinned={isPinned(pill)}
          onNegate={() => negate(pill)}
          onSetAside={() => leave(withAside(kept, pill.text), withoutSpan(text, pill))}
          onPin={() => keep(withPin(kept, pill.text, !isPinned(pill)))}
          onRemove={() => leave(withPin(kept, pill.text, false), withoutSpan(text, pill))}
        />
      ))}
      {others === 0 ? null : (
        <li className="text-ink-2 text-sm">
          {pills.length === 0 ? '' : 'and '}
          {others === 1 ? '1 term' : `${others} terms`} in parentheses or beside OR, changed in the text alone
        </li>
      )}
      {aside.map((pill) => (
        <AsidePill
          key={`aside ${pill.text}`}
          pill={pill}
          isPinned={isPinned(pill)}
          onBack={() => leave(withoutAside(kept, pill.text), appended(text, pill.text))}
          onForget={() => leave(withPin(withoutAside(kept, pill.text), pill.text, false), text)}
        />
      ))}
      <li className="print:hidden">
        <Button
          onClick={clear}
          title={arePinned ? 'Clears the query but for what is pinned' : 'Clears the query'}
        >
          Clear
        </Button>
      </li>
    </ul>
  );
}
