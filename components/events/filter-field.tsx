'use client';

import { type KeyboardEvent, useEffect, useId, useState } from 'react';

/** Something that is written: it counts once Enter is pressed or the field is left. Emptied, it asks for nothing. */
export function FilterField({
  label,
  hint,
  placeholder,
  value,
  known,
  refuse,
  onApply,
}: {
  label: string;
  hint: string;
  placeholder: string;
  value: string | null;
  /** Offered while writing. */
  known: readonly string[];
  /** What is wrong with what was written; null: nothing. */
  refuse(typed: string): string | null;
  onApply(value: string | null): void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const problem = typed === '' ? null : refuse(typed);
  const apply = (text: string) => {
    if ((text === '' || refuse(text) === null) && text !== (value ?? '')) onApply(text === '' ? null : text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') apply(typed);
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
        list={known.length === 0 ? undefined : `${id}-known`}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem !== null}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
          // One that was taken from those offered is meant.
          if (known.includes(event.target.value)) apply(event.target.value);
        }}
        onBlur={() => apply(typed)}
        onKeyDown={onKeyDown}
        className="h-7 rounded-md border border-line-2 bg-surface px-2 font-mono text-sm aria-invalid:border-rem"
      />
      <p id={`${id}-hint`} className={`text-sm ${problem === null ? 'text-ink-3' : 'text-rem'}`}>
        {problem ?? hint}
      </p>
      {known.length === 0 ? null : (
        <datalist id={`${id}-known`}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  );
}
