'use client';

import { type FormEvent, useId, useState } from 'react';
import { instantOfAsOf } from '#client/app-time-words';
import { readAsOf } from '#client/as-of-text';
import { instantIso } from '#client/instant-text';
import { type PageTime, pageAt } from '#client/page-time';
import { localZone, useShownZone } from '#client/zone';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { WithDayButton } from '#components/ui/day-button';
import { type AppTime, readAppTime } from '#wire';
import { useNamedZones, ZoneOptions } from './zone-options.tsx';

const AXES = [
  { value: 'recorded', text: 'As we knew it', more: 'what was recorded by then' },
  { value: 'occurred', text: 'As it happened', more: 'what had happened by then' },
] as const;

/** A moment as it is typed, the axis and the zone. Sent without scripts, the server reads it. */
export function TimeForm({ page, onGo }: { page: PageTime; onGo(href: string): void }) {
  const { time, refused } = page;
  const id = useId();
  const zone = useShownZone(time.zone);
  const { named, open } = useNamedZones();
  const [problem, setProblem] = useState(refused?.why ?? null);
  const instant = instantOfAsOf(time.asOf);
  const written = refused?.typed ?? (instant === null ? (time.asOf ?? '') : instantIso(instant, zone));
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const settled = settledIn(new FormData(event.currentTarget));
    if ('problem' in settled) {
      setProblem(settled.problem);
      event.currentTarget.querySelector<HTMLInputElement>('input[name=asof]')?.focus();
    } else onGo(pageAt(page, settled));
  };
  return (
    <form action={page.path} method="get" onSubmit={onSubmit} className="flex flex-col gap-3">
      {page.kept.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice with the same value
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-as-of`} className="text-ink-2 text-sm">
          Show everything as of
        </label>
        <WithDayButton label="show everything as of">
          <input
            // What the server wrote is in UTC, and this machine may have a zone of its own.
            key={written}
            id={`${id}-as-of`}
            name="asof"
            defaultValue={written}
            placeholder="now"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-hint`}
            className="h-8 min-w-0 flex-1 rounded-md border border-line-2 bg-surface pr-7 pl-2 font-mono text-sm placeholder:text-ink-3 aria-invalid:border-rem"
          />
        </WithDayButton>
        <p id={`${id}-hint`} className="text-ink-3 text-sm [overflow-wrap:anywhere]">
          {problem === null ? (
            'An instant (2026-03-14T12:00:00Z), a day, “2h ago”, “yesterday”, or a position of the log (@81204).'
          ) : (
            <span role="alert" className="text-rem">
              {problem}
            </span>
          )}
        </p>
      </div>
      <fieldset className="flex flex-col">
        <legend className="sr-only">Axis</legend>
        {AXES.map(({ value, text, more }) => (
          <label key={value} className="flex min-h-7 items-center gap-2">
            <input type="radio" name="axis" value={value} defaultChecked={value === time.axis} />
            <span>
              {text} <span className="text-ink-3 text-sm">{more}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex min-w-0 items-center gap-2 text-ink-2 text-sm">
          Zone
          <select
            name="tz"
            defaultValue={time.zone ?? 'UTC'}
            onFocus={open}
            onPointerDown={open}
            className="h-7 min-w-0 max-w-44 rounded-md border border-line-2 bg-surface px-1 text-base text-ink"
          >
            <ZoneOptions zone={time.zone} named={named} at={instant} />
          </select>
        </label>
        <span className="flex-1" />
        {instant === null ? null : (
          <CopyButton text={instantIso(instant, zone)} title="As ISO 8601 with its offset">
            Copy
          </CopyButton>
        )}
        <Button type="submit" look="solid">
          Set the time
        </Button>
      </div>
    </form>
  );
}

/** As the form says it, with a moment that is one. */
function settledIn(form: FormData): AppTime | { readonly problem: string } {
  const params = new URLSearchParams();
  for (const name of ['asof', 'axis', 'tz']) params.set(name, String(form.get(name) ?? ''));
  const time = readAppTime(params);
  if (time.asOf === null) return time;
  const zone = time.zone === 'local' ? localZone() : (time.zone ?? 'UTC');
  const read = readAsOf(time.asOf, { now: Date.now(), zone });
  return 'problem' in read ? read : { ...time, asOf: read.asOf };
}
