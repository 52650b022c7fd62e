'use client';

import { useId } from 'react';
import { SHARE_STEP } from '#client/model/drawn-model';
import { Button } from '#components/ui/button';
import { appTimeParams, type ModelView } from '#wire';

/** How many of the steps are drawn. It acts at once; before any script has run, a form sends it. */
export function ShareSlider({
  view,
  share,
  words,
  onShare,
}: {
  view: ModelView;
  share: number;
  /** What the share means, as a sentence. */
  words: string;
  onShare(share: number): void;
}) {
  const id = useId();
  return (
    <form action="/model" method="get" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {view.namespace === 'main' ? null : <input type="hidden" name="ns" value={view.namespace} />}
      {Object.entries(appTimeParams(view.time)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="type" value={view.entityType} />
      <label htmlFor={id} className="text-ink-2">
        Draw the most frequent
      </label>
      <input
        id={id}
        type="range"
        name="share"
        min={SHARE_STEP}
        max={100}
        step={SHARE_STEP}
        value={share}
        aria-valuetext={words}
        onChange={({ target }) => onShare(Number(target.value))}
        className="h-6 w-40 accent-ink"
      />
      <output htmlFor={id} className="w-28 whitespace-nowrap font-mono text-sm">
        {share} % of steps
      </output>
      <noscript>
        <Button type="submit" look="outlined">
          Draw
        </Button>
      </noscript>
    </form>
  );
}
