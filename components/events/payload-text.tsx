'use client';

import { useState } from 'react';
import type { UpcastLine } from '#client/upcast-lines';
import { Button } from '#components/ui/button';
import { VisibleText, visible } from '#components/ui/visible-text';

/** Longer payloads are shown up to here until the reader asks for all. */
const FIRST_CHARACTERS = 20_000;

/** Of which form it is: what differs from the other is gone from it or new in it. */
export type PayloadSide = 'stored' | 'upcast';

interface PayloadTextProps {
  readonly text: string;
  /** Line breaks and tabs do what they do. */
  readonly lines: boolean;
  readonly side?: PayloadSide;
  /** The same text line by line, where it stands beside its other form. */
  readonly marked?: readonly UpcastLine[];
}

/** A payload in its own scroll area; a long one is cut and can be shown in whole. */
export function PayloadText({ text, lines, side = 'stored', marked }: PayloadTextProps) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > FIRST_CHARACTERS;
  return (
    <>
      <section
        aria-label={side === 'stored' ? 'Payload text' : 'Upcast payload text'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[420px] overflow-auto rounded-md bg-sunken p-3"
      >
        <pre
          data-testid={side === 'stored' ? 'payload' : 'upcast-payload'}
          className="whitespace-pre-wrap text-sm leading-[18px] [overflow-wrap:anywhere]"
        >
          {marked === undefined ? (
            <VisibleText text={cut ? text.slice(0, FIRST_CHARACTERS) : text} lines={lines} />
          ) : (
            <MarkedLines lines={cut ? firstOf(marked) : marked} side={side} />
          )}
        </pre>
      </section>
      {cut ? (
        <p className="mt-2 flex items-center gap-2 text-ink-3 text-sm">
          The first {FIRST_CHARACTERS.toLocaleString('en')} of {text.length.toLocaleString('en')} characters.
          <Button look="outlined" onClick={() => setAll(true)}>
            Show all
          </Button>
        </p>
      ) : null}
    </>
  );
}

function MarkedLines({ lines, side }: { lines: readonly UpcastLine[]; side: PayloadSide }) {
  const [Mark, look, glyph] =
    side === 'stored'
      ? (['del', 'bg-rem-bg text-rem', '−'] as const)
      : (['ins', 'bg-add-bg text-add', '+'] as const);
  let offset = 0;
  return lines.map(({ text, differs }) => {
    const key = offset;
    offset += text.length + 1;
    if (!differs) {
      return (
        <span key={key} className="block pl-4">
          {visible(text)}
        </span>
      );
    }
    return (
      <Mark key={key} className={`relative block pl-4 no-underline ${look}`}>
        <span aria-hidden className="absolute left-1 select-none">
          {glyph}
        </span>
        {visible(text)}
      </Mark>
    );
  });
}

/** Whole lines up to the limit; of a single line that is longer, its beginning. */
function firstOf(lines: readonly UpcastLine[]): readonly UpcastLine[] {
  const first: UpcastLine[] = [];
  let left = FIRST_CHARACTERS;
  for (const line of lines) {
    if (left <= 0) break;
    first.push(line.text.length <= left ? line : { ...line, text: line.text.slice(0, left) });
    left -= line.text.length + 1;
  }
  return first;
}
