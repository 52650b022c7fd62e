'use client';

import { memo, useMemo, useState } from 'react';
import { prettyJson } from '#client/pretty-json';
import { sizeText } from '#client/size-text';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Segmented } from '#components/ui/segmented';
import { VisibleText } from '#components/ui/visible-text';
import type { EventDetail } from '#wire';

type Form = 'exact' | 'pretty' | 'upcast';

/** Longer payloads are shown up to here until the reader asks for all. */
const FIRST_CHARACTERS = 20_000;

/** The payload: byte for byte as it came in, or laid out for reading, or as the upcaster gave it. */
export const PayloadView = memo(function PayloadView({ detail }: { detail: EventDetail | null }) {
  const [form, setForm] = useState<Form>('pretty');
  const isJson = detail?.payloadFormat === 'json';
  const possible = form === 'upcast' && !detail?.upcast ? 'pretty' : form;
  const shown = isJson ? possible : 'exact';
  const text = useMemo(() => (detail === null ? '' : textOf(detail, shown)), [detail, shown]);
  return (
    <div className="px-4 pb-4">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">Payload</h3>
        <span className="flex-1" />
        <Segmented
          label="Form of the payload"
          value={shown}
          onChange={(next) => setForm(next)}
          options={[
            { value: 'exact', text: 'Exact', title: 'As it came in, byte for byte' },
            {
              value: 'pretty',
              text: 'Pretty',
              title: 'Laid out for reading; numbers and key order as written',
              disabled: !isJson,
            },
            ...(detail?.upcast
              ? [
                  {
                    value: 'upcast' as const,
                    text: 'Upcast',
                    title: 'After the upcasters, as the fold saw it',
                  },
                ]
              : []),
          ]}
        />
      </div>
      {detail === null ? (
        <div className="h-24 rounded-md bg-sunken" />
      ) : (
        <PayloadText key={detail.position} text={text} lines={shown !== 'exact' || !isJson} />
      )}
      <div className="flex items-center pt-1">
        <span className="flex-1 text-ink-3 text-sm">
          {detail === null ? '' : `${sizeText(byteLength(detail.payload))}, ${detail.payloadFormat}`}
        </span>
        <CopyButton text={text} title="Copy the payload as shown" disabled={detail === null}>
          Copy
        </CopyButton>
      </div>
    </div>
  );
});

function PayloadText({ text, lines }: { text: string; lines: boolean }) {
  const [all, setAll] = useState(false);
  const cut = !all && text.length > FIRST_CHARACTERS;
  return (
    <>
      <section
        aria-label="Payload text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[420px] overflow-auto rounded-md bg-sunken p-3"
      >
        <pre
          data-testid="payload"
          className="whitespace-pre-wrap text-sm leading-[18px] [overflow-wrap:anywhere]"
        >
          <VisibleText text={cut ? text.slice(0, FIRST_CHARACTERS) : text} lines={lines} />
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

function textOf(detail: EventDetail, form: Form): string {
  if (form === 'exact') return detail.payload;
  if (form === 'upcast') return prettyJson(detail.upcast ?? '');
  return prettyJson(detail.payload);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
