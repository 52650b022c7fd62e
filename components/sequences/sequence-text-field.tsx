'use client';

import { type KeyboardEvent, useId } from 'react';
import { Button } from '#components/ui/button';
import { OfferedTypes, offeredId } from './offered-types.tsx';
import { useOfferedTypes } from './use-offered-types.ts';

const EXAMPLE = 'CartAbandoned -> CartResumed within 7d -> CartCheckedOut';

/**
 * The sequence as one text that is seen whole: what lies below the field, of the same shape, makes it as high as the lines it takes. The keys
 * are those of a field of one line: Enter finds, Home and End go to where it begins and ends. At its end the types of the store are offered.
 */
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
  const offered = useOfferedTypes(namespace, text, onText);
  const activeAt = offered.active === null ? -1 : offered.names.indexOf(offered.active);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Keys that compose a character are the input method's.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart, value, form } = event.currentTarget;
    if (offered.hear(event.key, selectionStart === value.length)) event.stopPropagation();
    else if (event.key === 'Home' || event.key === 'End') goToEnd(event.currentTarget, event);
    else if (event.key === 'Enter') form?.requestSubmit();
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex items-end gap-2">
      <div className="relative flex min-w-0 flex-1 flex-col gap-1">
        <label htmlFor={id} className="text-ink-2 text-sm">
          Sequence
        </label>
        <div className="grid">
          <div aria-hidden className={`${SHAPE} invisible border-transparent`}>
            {text === '' ? EXAMPLE : text}
          </div>
          <textarea
            id={id}
            name="q"
            rows={1}
            value={text}
            onChange={({ target }) => {
              onText(target.value);
              offered.setIsOpen(target.selectionEnd === target.value.length);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => offered.setIsOpen(false)}
            placeholder={EXAMPLE}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            aria-autocomplete="list"
            aria-controls={`${id}-types`}
            aria-activedescendant={activeAt < 0 ? undefined : offeredId(`${id}-types`, activeAt)}
            aria-invalid={describedBy !== undefined}
            aria-describedby={describedBy}
            className={`${SHAPE} resize-none overflow-hidden border-line-2 bg-surface text-ink placeholder:text-ink-3 aria-invalid:border-rem`}
          />
        </div>
        <OfferedTypes
          id={`${id}-types`}
          names={offered.names}
          active={offered.active}
          onChoose={offered.take}
        />
      </div>
      <Button type="submit" look="solid" className="h-9">
        Find
      </Button>
    </div>
  );
}

/** Of all of the text, and not of one of the lines that it is seen in. */
function goToEnd(field: HTMLTextAreaElement, { key, shiftKey }: KeyboardEvent): void {
  const { selectionStart, selectionEnd, selectionDirection, value } = field;
  const to = key === 'Home' ? 0 : value.length;
  const kept = !shiftKey ? to : selectionDirection === 'backward' ? selectionEnd : selectionStart;
  field.setSelectionRange(Math.min(kept, to), Math.max(kept, to), to < kept ? 'backward' : 'forward');
}

const SHAPE =
  'col-start-1 row-start-1 min-h-9 min-w-0 whitespace-break-spaces rounded-md border px-3 py-[7px] font-mono text-base leading-5 [overflow-wrap:anywhere] pointer-coarse:text-lg pointer-coarse:leading-6';
