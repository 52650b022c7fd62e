'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import { type ExpectedLength, foundExportPath, useExpectedLength } from '#client/search/found-export';
import type { FoundQuestion } from '#client/search/found-question';
import { sizeText } from '#client/size-text';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { Modal } from '#components/ui/modal';
import { Segmented } from '#components/ui/segmented';
import type { FoundSummaryAnswer } from '#wire';
import type { FoundFormat } from '#wire/export';

const FORMATS: readonly { value: FoundFormat; text: string; about: string }[] = [
  { value: 'ndjson', text: 'NDJSON', about: 'One JSON object a line, payloads exactly as they came.' },
  {
    value: 'csv',
    text: 'CSV',
    about: 'For spreadsheets: a cell that a spreadsheet would take for a formula is written as text.',
  },
  { value: 'parquet', text: 'Parquet', about: 'Typed columns, compressed, for DuckDB, Polars or Spark.' },
];

interface ExportProps {
  readonly question: FoundQuestion;
  /** null: it is not known how many there are. */
  readonly summary: FoundSummaryAnswer | null;
}

/** All that was found, to take along. */
export function ExportButton(props: ExportProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" title="Take along all that was found" onClick={() => setIsOpen(true)}>
        <Download aria-hidden size={14} />
        Export…
      </Button>
      {isOpen ? <ExportDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function ExportDialog({ question, summary, onClose }: ExportProps & { onClose(): void }) {
  const [format, setFormat] = useState<FoundFormat>('ndjson');
  const events = summary?.of === 'all' ? summary.events : null;
  const path = foundExportPath(question, format);
  const expected = useExpectedLength(path, format, events);
  return (
    <Modal label="Export" className="max-w-[440px]" onClose={onClose}>
      <div className="flex items-center border-line border-b py-1.5 pr-2 pl-4">
        <h2 className="flex-1 font-semibold">Export all that was found</h2>
        <Button onClick={onClose}>Close</Button>
      </div>
      <div className="flex flex-col items-start gap-3 p-4">
        <Segmented<FoundFormat> label="Format" value={format} onChange={setFormat} options={FORMATS} />
        <p className="text-ink-2">{FORMATS.find(({ value }) => value === format)?.about}</p>
        <p aria-live="polite" className="min-h-5">
          <b className="font-semibold">{countWords(summary)}</b>, {lengthWords(expected, format)}.
        </p>
        <p className="text-ink-3 text-sm">
          Every event of this query is in it, in the order on screen, as of when it is begun. It ends with how
          many there are and that it is complete.
        </p>
        <div className="flex gap-1">
          <a
            href={path}
            download
            className="inline-flex h-7 items-center gap-1.5 rounded-md bg-ink px-3 text-surface hover:bg-ink-2"
          >
            <Download aria-hidden size={14} />
            Download
          </a>
          <CopyButton
            text={() => new URL(path, window.location.href).href}
            title="An address that answers this file"
          >
            Copy link
          </CopyButton>
        </div>
      </div>
    </Modal>
  );
}

function countWords(summary: FoundSummaryAnswer | null): string {
  if (summary === null) return 'All events that are found';
  const count = summary.events.toLocaleString('en');
  if (summary.of !== 'all') return `More than ${count} events`;
  return `${count} ${summary.events === 1 ? 'event' : 'events'}`;
}

function lengthWords({ length, isComing }: ExpectedLength, format: FoundFormat): string {
  if (format === 'parquet') return 'mostly shorter than the CSV; how long is known when it is made';
  if (length === null) return isComing ? 'how long is being looked at' : 'how long is known when it is made';
  return length.isExact ? `${sizeText(length.bytes)}` : `about ${sizeText(length.bytes)}`;
}
