'use client';

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { putCaret, putText, selectedIn, textOf } from './editable-text.ts';
import { type MarkedPlace, QueryColours } from './query-bar-colours.tsx';

export interface Written {
  readonly text: string;
  readonly caret: number;
}

/**
 * One field that grows with what is written in it. The text that takes the keys is transparent; the same text in colours lies over it, letter
 * on letter, and both scroll as one.
 */
export function QueryField({
  field,
  written,
  place,
  listId,
  activeId,
  describedBy,
  isInvalid,
  isExpanded,
  onWrite,
  onCaret,
  onKeyDown,
  onBlur,
}: {
  field: RefObject<HTMLDivElement | null>;
  written: Written;
  /** What is underlined. */
  place: MarkedPlace | null;
  listId: string;
  activeId: string | undefined;
  describedBy: string;
  isInvalid: boolean;
  isExpanded: boolean;
  onWrite(written: Written): void;
  onCaret(caret: number): void;
  onKeyDown(event: KeyboardEvent): void;
  onBlur(): void;
}) {
  const { text, caret } = written;
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null || textOf(element) === text) return;
    putText(element, text);
    if (element.ownerDocument.activeElement === element) putCaret(element, caret);
  }, [field, text, caret]);
  const tell = (element: HTMLElement) =>
    onWrite({ text: textOf(element), caret: selectedIn(element)?.to ?? textOf(element).length });
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    event.preventDefault();
    // The ends of lines part words, as blanks do.
    const pasted = event.clipboardData.getData('text/plain').replace(/\s*[\r\n]+\s*/g, ' ');
    const { from, to } = selectedIn(event.currentTarget) ?? { from: text.length, to: text.length };
    onWrite({ text: text.slice(0, from) + pasted + text.slice(to), caret: from + pasted.length });
  };
  // Taken along is the text alone, and not that it is transparent here.
  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    const selected = selectedIn(event.currentTarget);
    if (selected === null || selected.from === selected.to) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text.slice(selected.from, selected.to));
    if (event.type === 'cut')
      onWrite({ text: text.slice(0, selected.from) + text.slice(selected.to), caret: selected.from });
  };
  return (
    <div className="grid max-h-40 min-w-0 flex-1 overflow-y-auto font-mono">
      <div
        ref={field}
        role="combobox"
        tabIndex={0}
        contentEditable="plaintext-only"
        suppressContentEditableWarning
        aria-label="Query"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isExpanded}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        onInput={(event) => tell(event.currentTarget)}
        onSelect={(event) => {
          const selected = selectedIn(event.currentTarget);
          if (selected !== null) onCaret(selected.to);
        }}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
        // What is dropped would bring lines of its own.
        onDrop={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={`${SHAPE} text-transparent caret-ink outline-none`}
      />
      <div aria-hidden className={`${SHAPE} pointer-events-none`}>
        {text === '' ? (
          <span className="text-ink-3">type:OrderShipped actor:alice &quot;late delivery&quot;</span>
        ) : (
          <QueryColours text={text} place={place} />
        )}
      </div>
    </div>
  );
}

const SHAPE =
  'col-start-1 row-start-1 min-h-9 whitespace-break-spaces py-2 leading-5 [overflow-wrap:anywhere] pointer-coarse:text-lg pointer-coarse:leading-6';
