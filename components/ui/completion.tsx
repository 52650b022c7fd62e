'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { VisibleText, visibleString } from './visible-text.tsx';

export interface CompletionOption {
  readonly value: string;
  readonly text: string;
  /** What is exact about it, where the text is not; null: the text is. */
  readonly exact: string | null;
}

/** More are narrowed by writing first. */
const MOST_SHOWN = 50;

/**
 * A text field with a list of what may stand in it: the combobox pattern of the WAI-ARIA practices. The arrows choose, Enter takes what
 * is chosen or else what is written, Esc closes the list.
 */
export function Completion({
  label,
  labelledBy,
  describedBy,
  placeholder,
  typed,
  invalid = false,
  isAlwaysOpen = false,
  optionsFor,
  onType,
  onTake,
  onLeave,
  onChoose,
}: {
  label: string;
  /** The id of what is shown as the label; without it the label is only heard. */
  labelledBy?: string;
  describedBy?: string;
  placeholder: string;
  typed: string;
  invalid?: boolean;
  /** The list is there from the first; otherwise once somebody is in the field. */
  isAlwaysOpen?: boolean;
  optionsFor(typed: string): readonly CompletionOption[];
  onType(typed: string): void;
  /** What is written is meant as it is. */
  onTake(typed: string): void;
  /** The field was left with this in it. */
  onLeave?(typed: string): void;
  onChoose(value: string): void;
}) {
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const isShown = isOpen || isAlwaysOpen;
  const all = isShown ? optionsFor(typed) : [];
  const shown = all.slice(0, MOST_SHOWN);
  const activeAt = shown.findIndex(({ value }) => value === active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active option is the trigger
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  // What opens at the lower edge of a panel is brought into it.
  useEffect(() => {
    if (isOpen && !isAlwaysOpen) whole.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, isAlwaysOpen]);
  const close = () => {
    setIsOpen(false);
    setActive(null);
  };
  const choose = (value: string) => {
    close();
    onChoose(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setIsOpen(true);
      const from = activeAt < 0 && step < 0 ? 0 : activeAt;
      setActive(shown[(from + step + shown.length) % Math.max(1, shown.length)]?.value ?? null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = shown[activeAt];
      if (option !== undefined) return choose(option.value);
      close();
      onTake(typed);
    } else if (event.key === 'Escape' && isOpen && !isAlwaysOpen) {
      // The list is closed, and not what it stands in.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const optionId = (at: number) => `${id}-${at}`;
  return (
    <div ref={whole} className="flex min-h-0 scroll-mb-16 flex-col gap-1">
      <input
        role="combobox"
        aria-label={labelledBy === undefined ? label : undefined}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-expanded={isShown && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeAt < 0 ? undefined : optionId(activeAt)}
        value={typed}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setIsOpen(true)}
        onClick={() => setIsOpen(true)}
        onChange={(event) => {
          setIsOpen(true);
          setActive(null);
          onType(event.target.value);
        }}
        onBlur={() => {
          close();
          onLeave?.(typed);
        }}
        onKeyDown={onKeyDown}
        className="h-7 w-full flex-none rounded-md border border-line-2 bg-surface px-2 text-sm aria-invalid:border-rem"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={`${label}: on offer`}
        hidden={shown.length === 0}
        className={`overflow-y-auto overscroll-contain rounded-md border border-line ${isAlwaysOpen ? 'min-h-24' : 'max-h-48'}`}
      >
        {shown.map(({ value, text, exact }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option, which never has the focus itself
          <div
            key={value}
            id={optionId(at)}
            role="option"
            aria-selected={at === activeAt}
            // The field keeps the focus, so that leaving it is not taken for what was written.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(value)}
            className="flex min-h-7 cursor-default flex-wrap content-center items-baseline gap-x-2 px-2 py-1 text-left text-sm hover:bg-sunken aria-selected:bg-sunken forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
          >
            <span
              className={`min-w-0 [overflow-wrap:anywhere] ${exact === null ? 'font-mono' : ''}`}
              title={visibleString(exact ?? text)}
            >
              <VisibleText text={text} />
            </span>
            {exact === null ? null : (
              <span className="min-w-0 font-mono text-ink-3 text-xs [overflow-wrap:anywhere]">
                <VisibleText text={exact} />
              </span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className={isShown ? 'text-ink-3 text-sm' : 'sr-only'}>
        {isShown ? countWords(all.length, typed) : ''}
      </p>
    </div>
  );
}

function countWords(all: number, typed: string): string {
  if (all === 0) return typed === '' ? '' : 'Nothing on offer holds this.';
  if (all > MOST_SHOWN)
    return `The first ${MOST_SHOWN} of ${all.toLocaleString('en')}: write a part of the name.`;
  return typed === '' ? '' : `${all.toLocaleString('en')} ${all === 1 ? 'fits' : 'fit'}.`;
}
