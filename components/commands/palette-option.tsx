'use client';

import {
  ArrowRight,
  ChartLine,
  Clock,
  Command,
  CornerDownLeft,
  FileText,
  Layers,
  User,
  Zap,
} from 'lucide-react';
import { memo } from 'react';
import { KeyCaps } from '#components/ui/key-caps';
import { MarkedText } from '#components/ui/marked-text';
import { visibleString } from '#components/ui/visible-text';
import type { PaletteRow } from './palette-row.ts';

const ICONS = {
  command: Command,
  entity: FileText,
  recent: Clock,
  page: Layers,
  moment: ArrowRight,
  type: Zap,
  field: ChartLine,
  actor: User,
} as const;

export const PaletteOption = memo(function PaletteOption({
  id,
  row,
  active,
  onActive,
  onChoose,
}: {
  id: string;
  row: PaletteRow;
  active: boolean;
  onActive(key: string): void;
  onChoose(row: PaletteRow, inNewTab: boolean): void;
}) {
  const Icon = ICONS[row.icon];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option, which never has the focus itself
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="flex min-h-9 scroll-my-8 items-center gap-3 rounded-md px-3 py-1 aria-selected:bg-sunken forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
      onPointerMove={() => active || onActive(row.key)}
      onClick={(event) => onChoose(row, event.ctrlKey || event.metaKey)}
      onAuxClick={(event) => event.button === 1 && onChoose(row, true)}
    >
      <Icon aria-hidden size={14} className="shrink-0 text-ink-3" />
      <span className="min-w-0 truncate" title={visibleString(row.text)}>
        <MarkedText text={row.text} at={row.at} />
      </span>
      {row.hint === null ? null : (
        <span className="min-w-0 shrink-10 truncate text-ink-3 text-sm">{row.hint}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-2">
        {row.chords.map((chord) => (
          <KeyCaps key={chord} chord={chord} />
        ))}
        <CornerDownLeft
          aria-hidden
          size={12}
          className={`text-ink-3 max-sm:hidden ${active ? '' : 'invisible'}`}
        />
      </span>
    </div>
  );
});
