'use client';

import { useId } from 'react';
import { useOfferedNames } from '#client/search/use-offered-names';
import { Button } from '#components/ui/button';
import { whatText } from '#core';

/** The sequence in one line. At its end the types of the store are offered. */
export function SequenceTextField({
  namespace,
  text,
  describedBy,
  onText,
}: {
  namespace: string;
  text: string;
  /** Of what says why it cannot be read; undefined: it can. */
  describedBy: string | undefined;
  onText(text: string): void;
}) {
  const id = useId();
  const begun = /(?:^|\s)([^\s()"]+)$/.exec(text)?.[1] ?? null;
  const { names } = useOfferedNames(namespace, begun === null ? null : { of: 'type', starts: begun });
  const before = text.slice(0, text.length - (begun?.length ?? 0));
  return (
    <div className="flex items-end gap-2">
      <label className="flex min-w-0 flex-1 flex-col gap-1 text-ink-2 text-sm">
        Sequence
        <input
          name="q"
          type="text"
          list={`${id}-types`}
          value={text}
          onChange={({ target }) => onText(target.value)}
          placeholder="CartAbandoned -> CartResumed within 7d -> CartCheckedOut"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={describedBy !== undefined}
          aria-describedby={describedBy}
          className="h-9 min-w-0 rounded-md border border-line-2 bg-surface px-3 font-mono text-base text-ink placeholder:text-ink-3 aria-invalid:border-rem pointer-coarse:text-lg"
        />
        <datalist id={`${id}-types`}>
          {names.map((name) => (
            <option key={name} value={before + written(name)} label={name} />
          ))}
        </datalist>
      </label>
      <Button type="submit" look="solid" className="h-9">
        Find
      </Button>
    </div>
  );
}

export function written(name: string): string {
  return whatText({ kind: 'name', field: 'type', pattern: { pieces: [name] } });
}
