import { type ReactNode, useState } from 'react';
import type { ExportChoice, ExportMoment, ExportSource } from '#client/export-link';
import { reportHref } from '#client/report-href';
import { Segmented } from '#components/ui/segmented';
import { VisibleText } from '#components/ui/visible-text';
import { isDiffLook, isFiltering, NO_FILTER, type View } from '#wire';
import { EXPORT_FORMATS, type ExportFormat, type ExportWhat, filterWords } from '#wire/export';
import { ExportFileRow } from './export-file-row.tsx';
import { rangesOf } from './export-ranges.ts';

export interface ExportPanelProps extends ExportSource {
  readonly at: ExportMoment;
  /** null: the pins are not both set. */
  readonly pins: { readonly a: ExportMoment; readonly b: ExportMoment } | null;
  /** Newest event of the history. */
  readonly newest: ExportMoment;
  /** For the report. */
  readonly view: View;
}

/** What to take along, in which form; and that form as a file, a copy, a link or on paper. */
export default function ExportPanel({ at, pins, newest, view, ...source }: ExportPanelProps) {
  const [what, setWhat] = useState<ExportWhat>(pins !== null && isDiffLook(view.pane) ? 'diff' : 'state');
  const [wanted, setFormat] = useState<ExportFormat | null>(null);
  const [range, setRange] = useState(pins === null ? 'at' : 'pins');
  const [asFiltered, setAsFiltered] = useState(true);
  const formats = EXPORT_FORMATS[what];
  const format = formats.find((one) => one === wanted) ?? formats[0] ?? 'json';
  const ranges = rangesOf(at, pins, newest);
  const chosen = ranges.find(({ value }) => value === range) ?? ranges[0];
  const listsEvents = what === 'events' || what === 'changes';
  const filtering = listsEvents && isFiltering(source.filter);
  const filter = filtering && asFiltered ? source.filter : NO_FILTER;
  const choice = choiceOf(what, format, at, pins, chosen);
  return (
    <div className="flex flex-col gap-3 p-4">
      <fieldset className="flex flex-col">
        <legend className="mb-1 font-semibold">What</legend>
        {whatsOf(at, pins).map((option) => (
          <What key={option.value} {...option} checked={option.value === what} onChoose={setWhat} />
        ))}
      </fieldset>
      {listsEvents && chosen !== undefined ? (
        <Labelled text="Which events">
          <Segmented label="Which events" value={chosen.value} options={ranges} onChange={setRange} />
        </Labelled>
      ) : null}
      {filtering ? (
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={asFiltered}
            onChange={(event) => setAsFiltered(event.target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-ink"
          />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            As filtered: <VisibleText text={filterWords(source.filter)} />
          </span>
        </label>
      ) : null}
      <Labelled text="Format">
        <Segmented<ExportFormat>
          label="Format"
          value={format}
          options={formats.map(formatOption)}
          onChange={setFormat}
        />
      </Labelled>
      {what === 'diff' && (view.ignores.length > 0 || view.ignoresOrder) ? (
        <p role="note" className="text-ink-2">
          The file has all differences, those that the screen ignores too.
        </p>
      ) : null}
      <ExportFileRow
        source={{ ...source, filter }}
        choice={choice}
        report={reportHref(source.entity, view)}
      />
    </div>
  );
}

function choiceOf(
  what: ExportWhat,
  format: ExportFormat,
  at: ExportMoment,
  pins: ExportPanelProps['pins'],
  range: { readonly from: ExportMoment; readonly to: ExportMoment } | undefined,
): ExportChoice {
  if (what === 'diff' && pins !== null) return { what, format, from: pins.a, to: pins.b };
  if (what === 'state' || range === undefined) return { what, format, from: null, to: at };
  return { what, format, from: range.from, to: range.to };
}

interface WhatOption {
  readonly value: ExportWhat;
  readonly text: string;
  readonly about: string;
  readonly disabled?: boolean;
}

function whatsOf(at: ExportMoment, pins: ExportPanelProps['pins']): readonly WhatOption[] {
  return [
    {
      value: 'state',
      text: 'This moment',
      about: at.version === 0 ? 'before the first event' : `the state after event ${at.version}`,
    },
    {
      value: 'diff',
      text: 'This diff',
      about:
        pins === null
          ? 'set the pins A and B first'
          : `from A, event ${pins.a.version}, to B, event ${pins.b.version}`,
      disabled: pins === null,
    },
    { value: 'events', text: 'Events', about: 'as they came in, one row each' },
    { value: 'changes', text: 'Changes', about: 'one row for every field that an event changed' },
  ];
}

function What({
  value,
  text,
  about,
  disabled = false,
  checked,
  onChoose,
}: WhatOption & { checked: boolean; onChoose(value: ExportWhat): void }) {
  return (
    <label className={`flex min-h-7 items-center gap-2 ${disabled ? 'text-ink-3' : ''}`}>
      <input
        type="radio"
        className="size-4 accent-ink"
        name="export-what"
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={() => onChoose(value)}
      />
      <span>
        {text} <span className="text-ink-3">{about}</span>
      </span>
    </label>
  );
}

function Labelled({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-1">
      <span aria-hidden className="font-semibold">
        {text}
      </span>
      {children}
    </div>
  );
}

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = {
  json: 'JSON',
  'json-patch': 'JSON Patch',
  ndjson: 'NDJSON',
  csv: 'CSV',
  markdown: 'Markdown',
};

const formatOption = (value: ExportFormat) => ({ value, text: FORMAT_NAMES[value] });
