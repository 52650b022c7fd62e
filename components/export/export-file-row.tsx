import { Download, Printer } from 'lucide-react';
import { type ExportChoice, type ExportSource, exportLink } from '#client/export-link';
import { sizeText } from '#client/size-text';
import { type ExportSample, useExportSample } from '#client/use-export-sample';
import { ButtonLink } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';

/** More than that is a file and no text to paste. */
const MOST_TO_COPY = 1024 * 1024;

/** The file that was chosen: its name, how long it is, and the ways to have it. */
export function ExportFileRow({
  source,
  choice,
  report,
}: {
  source: ExportSource;
  choice: ExportChoice;
  report: string;
}) {
  const { path, name, events } = exportLink(source, choice);
  const sample = useExportSample(source, choice);
  const { text } = sample;
  return (
    <div className="-mx-4 -mb-4 flex flex-col gap-2 border-line border-t bg-sunken p-4">
      <p className="font-mono text-sm [overflow-wrap:anywhere]">{name}</p>
      <p aria-live="polite" className="min-h-5 text-ink-2">
        {lengthWords(events, sample)}
      </p>
      <div className="flex flex-wrap gap-1">
        <a
          href={path}
          download={name}
          className="inline-flex h-7 items-center gap-1.5 rounded-md bg-ink px-3 text-surface hover:bg-ink-2"
        >
          <Download aria-hidden size={14} />
          Download
        </a>
        <CopyButton
          text={text ?? ''}
          disabled={text === null || text.length > MOST_TO_COPY}
          title={copyTitle(sample)}
        >
          Copy
        </CopyButton>
        <CopyButton
          text={() => new URL(path, window.location.href).href}
          title="An address that answers this file"
        >
          Copy link
        </CopyButton>
        <ButtonLink href={report} look="quiet" title="A report of what is on screen, for paper">
          <Printer aria-hidden size={14} />
          Report…
        </ButtonLink>
      </div>
    </div>
  );
}

function copyTitle({ text, isComing }: ExportSample): string {
  if (isComing) return 'The file is being made';
  return text === null || text.length > MOST_TO_COPY
    ? 'Too long to copy: download it'
    : 'Copy the file as text';
}

function lengthWords(events: number | null, { bytes, isExact, isComing }: ExportSample): string {
  const size =
    bytes === null
      ? isComing
        ? '…'
        : 'size known when it is made'
      : `${isExact ? '' : 'about '}${sizeText(bytes)}`;
  return events === null
    ? size
    : `${events.toLocaleString('en')} ${events === 1 ? 'event' : 'events'} · ${size}`;
}
