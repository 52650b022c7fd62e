'use client';

import { type ReactNode, useState } from 'react';
import { countText } from '#client/playhead-words';
import { VisibleText, visibleString } from '#components/ui/visible-text';

export interface Choice {
  readonly name: string;
  readonly shown: string;
  /** What was written, where `shown` says it in words: it is shown beside, because two names may have the same words. */
  readonly exact?: string;
  readonly events: number;
  readonly mark?: ReactNode;
}

/** More than these are narrowed first. */
const MOST_SHOWN = 60;
const FEW = 8;

/** Names to choose any of, each with how many events it has. */
export function FilterChoices({
  legend,
  choices,
  chosen,
  onToggle,
}: {
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onToggle(name: string): void;
}) {
  const [narrow, setNarrow] = useState('');
  const wanted = narrow.toLowerCase();
  const found = choices.filter(({ shown, exact = shown }) =>
    [shown, exact].some((text) => text.toLowerCase().includes(wanted)),
  );
  const rest = found.length - MOST_SHOWN;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{legend}</legend>
      {choices.length <= FEW ? null : (
        <input
          type="search"
          aria-label={`Find among: ${legend}`}
          placeholder={`Find among ${countText(choices.length)}`}
          value={narrow}
          onChange={(event) => setNarrow(event.target.value)}
          className="mb-1 h-7 w-full rounded-md border border-line-2 bg-surface px-2"
        />
      )}
      <ul className="max-h-44 overflow-y-auto">
        {found.slice(0, MOST_SHOWN).map(({ name, shown, exact = shown, events, mark }) => (
          <li key={name}>
            <label className="flex min-h-7 items-center gap-2 rounded-sm px-1 hover:bg-sunken">
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={() => onToggle(name)}
                className="size-4 shrink-0 accent-ink"
              />
              {mark}
              <span className="min-w-0 flex-1 truncate" title={visibleString(exact)}>
                <VisibleText text={shown} />
                {exact === shown ? null : (
                  <span className="text-ink-3 text-sm">
                    {' '}
                    <VisibleText text={exact} />
                  </span>
                )}
              </span>
              <span className="text-ink-3 text-sm tabular-nums">{countText(events)}</span>
            </label>
          </li>
        ))}
      </ul>
      {rest <= 0 ? null : (
        <p className="px-1 text-ink-3 text-sm">{countText(rest)} more: write a part of the name.</p>
      )}
    </fieldset>
  );
}
