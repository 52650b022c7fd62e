'use client';

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { COLUMN_LOOKS } from '#client/search/result-columns';
import { Button, IconButton } from '#components/ui/button';
import { RESULT_COLUMNS, type ResultColumn } from '#wire';

const GAP = 4;
const WIDTH = 264;

/** Which columns the table has, and in which order. */
export function ColumnButton({
  columns,
  onColumns,
}: {
  columns: readonly ResultColumn[];
  /** null: the usual ones. */
  onColumns(columns: readonly ResultColumn[] | null): void;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const place = () => {
    const box = button.current?.getBoundingClientRect();
    if (box === undefined || panel.current === null) return;
    const left = Math.max(8, Math.min(box.right - WIDTH, window.innerWidth - WIDTH - 8));
    panel.current.style.setProperty('--panel-top', `${box.bottom + GAP}px`);
    panel.current.style.setProperty('--panel-left', `${left}px`);
  };
  const others = RESULT_COLUMNS.filter((column) => !columns.includes(column));
  const swap = (nth: number, other: number) =>
    onColumns(columns.with(nth, columns[other] ?? 'type').with(other, columns[nth] ?? 'type'));
  return (
    <>
      <Button
        ref={button}
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={place}
        title="Choose and order the columns"
        className="max-md:hidden"
      >
        <Columns3 aria-hidden size={14} />
        Columns
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Columns of the table"
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
        className="fixed inset-auto top-[var(--panel-top)] left-[var(--panel-left)] m-0 max-h-[calc(100dvh-var(--panel-top)-12px)] w-[264px] overflow-y-auto rounded-md border border-line-2 bg-surface p-2 text-ink shadow-pop"
      >
        <ul>
          {columns.map((column, nth) => (
            <li key={column} className="flex min-h-8 items-center">
              <Choice
                column={column}
                isChosen
                isOnly={columns.length === 1}
                onChoose={() => onColumns(columns.filter((one) => one !== column))}
              />
              <IconButton
                label={`${COLUMN_LOOKS[column].title}: further left`}
                disabled={nth === 0}
                onClick={() => swap(nth, nth - 1)}
              >
                <ArrowUp aria-hidden size={14} />
              </IconButton>
              <IconButton
                label={`${COLUMN_LOOKS[column].title}: further right`}
                disabled={nth === columns.length - 1}
                onClick={() => swap(nth, nth + 1)}
              >
                <ArrowDown aria-hidden size={14} />
              </IconButton>
            </li>
          ))}
          {others.map((column) => (
            <li key={column} className="flex min-h-8 items-center">
              <Choice
                column={column}
                isChosen={false}
                isOnly={false}
                onChoose={() => onColumns([...columns, column])}
              />
            </li>
          ))}
        </ul>
        <Button look="outlined" className="mt-2 w-full" onClick={() => onColumns(null)}>
          The usual columns
        </Button>
      </div>
    </>
  );
}

function Choice({
  column,
  isChosen,
  isOnly,
  onChoose,
}: {
  column: ResultColumn;
  isChosen: boolean;
  /** A table without columns shows nothing. */
  isOnly: boolean;
  onChoose(): void;
}) {
  return (
    <label className="flex min-h-7 flex-1 items-center gap-2 rounded-sm px-2 hover:bg-sunken">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isOnly}
        onChange={onChoose}
        className="size-4 accent-ink"
      />
      {COLUMN_LOOKS[column].title}
    </label>
  );
}
