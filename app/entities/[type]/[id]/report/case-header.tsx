'use client';

import { useEffect, useState } from 'react';
import { VisibleId } from '#components/ui/visible-id';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { useMarginText } from './paper-margins.tsx';
import { ZoneWords } from './report-zone.tsx';

const FIELDS = [
  { name: 'reference', label: 'Case reference' },
  { name: 'preparedBy', label: 'Prepared by' },
  { name: 'purpose', label: 'Purpose' },
] as const;

type Case = Readonly<Record<(typeof FIELDS)[number]['name'], string>>;

const EMPTY: Case = { reference: '', preparedBy: '', purpose: '' };
const KEPT_AS = 'chronoscope.case';

/** What the report is for. It is typed here and stays in this browser; what is left empty is a line to write on. */
export function CaseHeader({ type, id }: { type: string; id: string }) {
  const [written, setWritten] = useState(EMPTY);
  useEffect(() => setWritten(keptCase()), []);
  // A sheet alone can be put back where it belongs.
  useMarginText('--paper-case', written.reference === '' ? '' : visibleString(`Case ${written.reference}`));
  const write = (name: keyof Case, text: string) => {
    const next = { ...written, [name]: text };
    setWritten(next);
    keep(next);
  };
  return (
    <section aria-label="Case">
      <p className="text-ink-3 text-sm">Report on the history of</p>
      <h1 className="font-semibold text-2xl tracking-tight [overflow-wrap:anywhere]">
        <span className="text-ink-2">
          <VisibleText text={type} />
        </span>{' '}
        <VisibleId id={id} />
      </h1>
      <p className="mt-1 text-ink-2">
        <ZoneWords />
      </p>
      <div className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2 border-line border-y py-3">
        {FIELDS.map(({ name, label }) => (
          <label key={name} className="contents">
            <span className="text-ink-2">{label}</span>
            <input
              value={written[name]}
              onChange={(event) => write(name, event.target.value)}
              maxLength={400}
              className="h-7 min-w-0 rounded-md border border-line-2 bg-surface px-2 print:hidden"
            />
            <span className="hidden min-h-5 border-line-2 border-b border-dotted [overflow-wrap:anywhere] print:block">
              <VisibleText text={written[name]} />
            </span>
          </label>
        ))}
      </div>
      <p className="mt-1 text-ink-3 text-sm print:hidden">Kept in this browser only, for the next report.</p>
    </section>
  );
}

function keptCase(): Case {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(KEPT_AS) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return EMPTY;
    const textOf = (name: string) => String(Object.entries(kept).find(([key]) => key === name)?.[1] ?? '');
    return { reference: textOf('reference'), preparedBy: textOf('preparedBy'), purpose: textOf('purpose') };
  } catch {
    return EMPTY;
  }
}

/** A browser that keeps nothing still prints what was typed. */
function keep(written: Case): void {
  try {
    window.localStorage.setItem(KEPT_AS, JSON.stringify(written));
  } catch {}
}
