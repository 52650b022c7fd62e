'use client';

import dynamic from 'next/dynamic';
import { memo, useMemo, useState } from 'react';
import { prettyJson } from '#client/pretty-json';
import { byteSizeText } from '#client/size-text';
import { CopyButton } from '#components/ui/copy-button';
import { Notice } from '#components/ui/notice';
import { Segmented } from '#components/ui/segmented';
import { VisibleText } from '#components/ui/visible-text';
import type { EventDetail } from '#wire';
import { PayloadText } from './payload-text.tsx';
import type { UpcastDetail } from './upcast-comparison.tsx';

type Form = 'exact' | 'pretty';

/** Few events were written in an older schema version. */
const UpcastComparison = dynamic(() =>
  import('./upcast-comparison.tsx').then((loaded) => loaded.UpcastComparison),
);

/** The payload: byte for byte as it came in, or laid out for reading; beside it what the upcasters made of it, where they ran. */
export const PayloadView = memo(function PayloadView({ detail }: { detail: EventDetail | null }) {
  const [form, setForm] = useState<Form>('pretty');
  const isJson = detail?.payloadFormat === 'json';
  const shown = isJson ? form : 'exact';
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
          ]}
        />
      </div>
      {detail?.upcastProblem ? <UpcastProblem problem={detail.upcastProblem} /> : null}
      {detail !== null && isUpcast(detail) ? (
        <UpcastComparison key={detail.position} detail={detail} exact={shown === 'exact'} />
      ) : (
        <StoredPayload detail={detail} form={shown} lines={shown !== 'exact' || !isJson} />
      )}
    </div>
  );
});

const isUpcast = (detail: EventDetail): detail is UpcastDetail =>
  detail.upcast !== null && detail.upcastVersion !== null;

function UpcastProblem({ problem }: { problem: string }) {
  return (
    <div className="-mx-4 mb-2">
      <Notice>
        An upcaster reads this event and gave nothing, so the state stayed as it was:{' '}
        <VisibleText text={problem} />
      </Notice>
    </div>
  );
}

function StoredPayload(props: { detail: EventDetail | null; form: Form; lines: boolean }) {
  const { detail, form, lines } = props;
  const text = useMemo(() => {
    if (detail === null) return '';
    return form === 'exact' ? detail.payload : prettyJson(detail.payload);
  }, [detail, form]);
  return (
    <>
      {detail === null ? (
        <div className="h-24 rounded-md bg-sunken" />
      ) : (
        <PayloadText key={detail.position} text={text} lines={lines} />
      )}
      <div className="flex items-center pt-1">
        <span className="flex-1 text-ink-3 text-sm">
          {detail === null ? '' : `${byteSizeText(detail.payload)}, ${detail.payloadFormat}`}
        </span>
        <CopyButton text={text} title="Copy the payload as shown" disabled={detail === null}>
          Copy
        </CopyButton>
      </div>
    </>
  );
}
