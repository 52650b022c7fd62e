'use client';

import { type KeyboardEvent, type Ref, useId } from 'react';
import { isPlain } from '#client/visible-runs';
import { LIMITS, utf8Length } from '#core';
import { NoteText } from './note-text.tsx';

/** How near to the bound its distance is worth saying. */
const NEAR = 500;

/** The text of a note. Enter saves it, Shift+Enter breaks the line. */
export function NoteField({
  ref,
  label,
  value,
  placeholder,
  onChange,
  onSave,
}: {
  ref?: Ref<HTMLTextAreaElement>;
  label: string;
  value: string;
  placeholder?: string;
  onChange(value: string): void;
  onSave(): void;
}) {
  const id = useId();
  const left = LIMITS.noteBytes - utf8Length(value);
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a composition, which is not a wish to save.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSave();
  };
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={ref}
        id={id}
        rows={3}
        value={value}
        placeholder={placeholder}
        aria-invalid={left < 0}
        aria-describedby={left < NEAR ? `${id}-left` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-48 min-h-16 w-full resize-none rounded-md border border-line-2 bg-surface px-2 py-1.5 placeholder:text-ink-2 aria-invalid:border-rem pointer-coarse:text-lg"
      />
      {isPlain(value.replaceAll('\n', '')) ? null : (
        <div className="mt-1 border-line-2 border-l-2 pl-2">
          <p className="text-ink-3 text-sm">It holds characters that a field does not show:</p>
          <NoteText text={value} short />
        </div>
      )}
      {left < NEAR ? (
        <p id={`${id}-left`} className={`text-sm ${left < 0 ? 'text-rem' : 'text-ink-3'}`}>
          {left < 0
            ? `${(-left).toLocaleString('en')} bytes too long: a note has at most ${LIMITS.noteBytes.toLocaleString('en')}.`
            : `${left.toLocaleString('en')} bytes left.`}
        </p>
      ) : null}
    </div>
  );
}
