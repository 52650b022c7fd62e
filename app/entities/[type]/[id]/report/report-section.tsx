import type { ReactNode } from 'react';

/** One part of the report, named by its heading; the heading never stands alone at the foot of a sheet. */
export function ReportSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2 border-ink border-b pb-1 font-semibold text-lg [break-after:avoid]">
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface ReportColumn {
  readonly title: string;
  /** A width of CSS; absent: what is left. */
  readonly width?: string;
}

/** A table whose head is repeated on every sheet. */
export function ReportTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: readonly ReportColumn[];
  children: ReactNode;
}) {
  return (
    <table
      aria-label={label}
      className="w-full table-fixed border-collapse text-sm [&_td]:border-line [&_td]:border-b [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_td]:[overflow-wrap:anywhere]"
    >
      <thead>
        <tr>
          {columns.map(({ title, width }) => (
            <th
              key={title}
              scope="col"
              style={width === undefined ? undefined : { width }}
              className="border-line-2 border-b py-1 pr-3 text-left font-medium text-ink-2"
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
