'use client';

import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/** Something that is written: it counts once Enter is pressed or the field is left. Emptied, it asks for nothing. */
export function FilterField({
  label,
  hint,
  placeholder,
  value,
  onApply,
}: {
  label: string;
  hint: string;
  placeholder: string;
  value: string | null;
  onApply(value: string | null): void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const apply = () => {
    if (typed !== (value ?? '')) onApply(typed === '' ? null : typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') apply();
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        value={typed}
        placeholder={placeholder}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={onKeyDown}
        className="h-7 rounded-md border border-line-2 bg-surface px-2 font-mono text-sm"
      />
      <p id={`${id}-hint`} className="text-ink-3 text-sm">
        {hint}
      </p>
    </div>
  );
}
