'use client';

import { useId, useState } from 'react';
import { type SavedView, whyNotName } from '#client/search/saved-views';
import { Button } from '#components/ui/button';

/** A name for a view; what is wrong with it is said once it is to be taken. */
export function ViewNameForm({
  label,
  action,
  views,
  own,
  onName,
}: {
  label: string;
  action: string;
  views: readonly SavedView[];
  /** The name that it has by now; null: none. */
  own: string | null;
  onName(name: string): void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(own ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <form
      className="flex min-w-0 flex-1 flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        const why = whyNotName(views, typed, own);
        setRefusal(why);
        if (why !== null) return;
        setTyped('');
        onName(typed.trim());
      }}
    >
      <span className="flex items-center gap-1">
        <input
          // biome-ignore lint/a11y/noAutofocus: somebody asked to write another name
          autoFocus={own !== null}
          aria-label={label}
          aria-invalid={refusal !== null}
          aria-describedby={`${id}-why`}
          value={typed}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setRefusal(null);
          }}
          className="h-7 min-w-0 flex-1 rounded-md border border-line-2 bg-surface px-2 aria-invalid:border-rem pointer-coarse:text-lg"
        />
        <Button type="submit" look="outlined">
          {action}
        </Button>
      </span>
      <span id={`${id}-why`} role="status" className="text-rem text-sm empty:hidden">
        {refusal ?? ''}
      </span>
    </form>
  );
}

const LONGEST = 120;
