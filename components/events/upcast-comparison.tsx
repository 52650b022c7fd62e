'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { prettyJson } from '#client/pretty-json';
import { byteSizeText } from '#client/size-text';
import { upcastLines } from '#client/upcast-lines';
import { Button, IconButton } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Modal } from '#components/ui/modal';
import { VisibleText } from '#components/ui/visible-text';
import type { EventDetail } from '#wire';
import { PayloadText } from './payload-text.tsx';

/** An event that upcasters ran on, its payload being JSON. */
export type UpcastDetail = EventDetail & { readonly upcast: string; readonly upcastVersion: number };

/** The payload as it is stored and as the upcasters gave it to the fold, side by side where there is room, or on request. */
export function UpcastComparison(props: { detail: UpcastDetail; exact: boolean }) {
  const [isWide, setIsWide] = useState(false);
  return (
    <>
      <Comparison {...props} onWide={() => setIsWide(true)} />
      {isWide ? (
        <Modal
          label="Payload as stored and as upcast"
          className="max-w-[1200px]"
          onClose={() => setIsWide(false)}
        >
          <div className="flex flex-none items-center border-line border-b py-1 pr-2 pl-4">
            <h2 className="min-w-0 flex-1 truncate font-semibold">
              Event {props.detail.version} <VisibleText text={props.detail.type} />
            </h2>
            <IconButton label="Close" onClick={() => setIsWide(false)}>
              <X aria-hidden size={16} />
            </IconButton>
          </div>
          <div className="min-h-0 overflow-y-auto p-4">
            <Comparison {...props} />
          </div>
        </Modal>
      ) : null}
    </>
  );
}

function Comparison({
  detail,
  exact,
  onWide,
}: {
  detail: UpcastDetail;
  exact: boolean;
  onWide?: () => void;
}) {
  const { payload, upcast, schemaVersion, upcastVersion } = detail;
  const marked = useMemo(() => upcastLines(payload, upcast), [payload, upcast]);
  const stored = exact ? payload : prettyJson(payload);
  return (
    <div className="@container">
      <p className="pb-2 text-ink-2 text-sm">
        Written in schema version {schemaVersion}.{' '}
        {upcastVersion - schemaVersion === 1 ? 'An upcaster' : 'Upcasters'} of{' '}
        <VisibleText text={detail.type} /> brought it to version {upcastVersion} ({steps(detail)}), and the
        state is folded from that. What is stored stays as it came in.
        {exact ? null : ' Lines that differ are marked: − as stored, + as upcast.'}
      </p>
      {onWide === undefined ? null : (
        <div className="hidden pb-2 md:block @xl:hidden">
          <Button look="outlined" onClick={onWide}>
            Show side by side
          </Button>
        </div>
      )}
      <div className="grid gap-3 @xl:grid-cols-2">
        <PayloadForm
          title={`As stored, schema version ${schemaVersion}`}
          size={byteSizeText(payload)}
          copy={
            <CopyButton text={stored} title="Copy the stored payload as shown">
              Copy stored
            </CopyButton>
          }
        >
          <PayloadText text={stored} lines={!exact} {...(exact ? {} : { marked: marked.stored })} />
        </PayloadForm>
        <PayloadForm
          title={`As upcast, schema version ${upcastVersion}`}
          size={byteSizeText(upcast)}
          copy={
            <CopyButton text={() => prettyJson(upcast)} title="Copy the upcast payload as shown">
              Copy upcast
            </CopyButton>
          }
        >
          <PayloadText text={prettyJson(upcast)} lines side="upcast" marked={marked.upcast} />
        </PayloadForm>
      </div>
    </div>
  );
}

function PayloadForm(props: { title: string; size: string; copy: ReactNode; children: ReactNode }) {
  const title = useId();
  return (
    <section aria-labelledby={title} className="min-w-0">
      <h4 id={title} className="pb-1 font-medium text-sm">
        {props.title}
      </h4>
      {props.children}
      <div className="flex items-center pt-1">
        <span className="flex-1 text-ink-3 text-sm">{props.size}</span>
        {props.copy}
      </div>
    </section>
  );
}

/** `1 → 2 → 3`: one upcaster ran for each arrow. */
function steps({ schemaVersion, upcastVersion }: UpcastDetail): string {
  const count = upcastVersion - schemaVersion + 1;
  return Array.from({ length: count }, (_none, nth) => schemaVersion + nth).join(' → ');
}
