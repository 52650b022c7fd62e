'use client';

import { useId, useLayoutEffect, useRef, useState } from 'react';
import { choiceId, QueryChoices } from './query-bar-choices.tsx';
import type { Written } from './query-bar-field.tsx';
import { useQueryChoices } from './use-query-choices.ts';
import { useQueryKeys } from './use-query-keys.ts';

/**
 * A query about entities, as a field of a form: it is sent with that, and works before any script has run. What can be asked, the fields of
 * states and their values are offered as they are written.
 */
export function EntityQueryField({
  namespace,
  zone,
  text,
  describedBy,
}: {
  namespace: string;
  /** In which times without one are meant. */
  zone: string;
  /** What was sent last. */
  text: string;
  /** Of what says why that was refused; undefined: it was not. */
  describedBy: string | undefined;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState<Written>({ text, caret: text.length });
  const choices = useQueryChoices(namespace, zone, written, setWritten, 'entities');
  const { caret } = written;
  useLayoutEffect(() => {
    const input = field.current;
    if (input !== null && input.ownerDocument.activeElement === input && input.selectionEnd !== caret)
      input.setSelectionRange(caret, caret);
  }, [caret]);
  const onKeyDown = useQueryKeys({
    written,
    choices,
    onSend: () => field.current?.form?.requestSubmit(),
    onRestore: null,
    onPast: choices.open,
  });
  const writtenIn = ({ value, selectionEnd }: HTMLInputElement): Written => ({
    text: value,
    caret: selectionEnd ?? value.length,
  });
  const activeAt = choices.active === null ? -1 : choices.choices.indexOf(choices.active);
  return (
    <span className="relative flex">
      <input
        ref={field}
        name="q"
        type="search"
        role="combobox"
        aria-label="Query about their state"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={choices.choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeAt < 0 ? undefined : choiceId(`${id}-list`, activeAt)}
        aria-invalid={describedBy !== undefined}
        aria-describedby={describedBy}
        value={written.text}
        placeholder="state:/permissions/refundLimit>1000"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => {
          setWritten(writtenIn(target));
          choices.open();
        }}
        onSelect={({ currentTarget }) => {
          const now = writtenIn(currentTarget);
          if (now.caret !== caret && now.text === written.text) setWritten(now);
        }}
        onKeyDown={onKeyDown}
        onBlur={choices.close}
        className="h-8 w-full min-w-0 rounded-md border border-line-2 bg-surface px-2 font-mono text-ink placeholder:text-ink-3 aria-invalid:border-rem"
      />
      <QueryChoices
        id={`${id}-list`}
        choices={choices.choices}
        active={choices.active?.value ?? null}
        status={choices.status}
        isProblem={choices.problem !== null}
        onChoose={choices.take}
      />
      <span role="status" className="sr-only">
        {choices.status}
      </span>
    </span>
  );
}
