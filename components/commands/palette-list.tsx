'use client';

import { useEffect, useRef } from 'react';
import { VisibleText } from '#components/ui/visible-text';
import { PaletteOption } from './palette-option.tsx';
import type { PaletteGroup, PaletteRow } from './palette-row.ts';

/** The rows under their headings, the active one in sight. */
export function PaletteList({
  id,
  groups,
  active,
  idOf,
  onActive,
  onChoose,
}: {
  id: string;
  groups: readonly PaletteGroup[];
  active: PaletteRow | null;
  idOf(row: PaletteRow): string;
  onActive(key: string): void;
  onChoose(row: PaletteRow, inNewTab: boolean): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const activeKey = active?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active row is the trigger
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Results"
      className="h-[min(420px,60dvh)] overflow-y-auto overscroll-contain px-2 pb-2"
    >
      {groups.map(({ title, rows }, nth) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no group of options
        <div key={title} role="group" aria-labelledby={`${id}-${nth}`}>
          <div id={`${id}-${nth}`} className="sticky top-0 bg-surface px-3 pt-3 pb-1 text-ink-3 text-xs">
            <VisibleText text={title} />
          </div>
          {rows.map((row) => (
            <PaletteOption
              key={row.key}
              id={idOf(row)}
              row={row}
              active={row === active}
              onActive={onActive}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
