'use client';

import { ListFilter } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useId, useRef, useState } from 'react';
import type { Replay } from '#client/replay/replay';
import type { Matched } from '#client/replay/use-matching';
import { Button } from '#components/ui/button';
import { PartBoundary } from '#components/ui/part-boundary';
import type { EventFilter } from '#wire';

const FilterPanel = dynamic(() => import('./filter-panel.tsx').then((module) => module.FilterPanel), {
  loading: () => <p className="p-4 text-ink-2">Opening…</p>,
});

const GAP = 4;

/** Opens the filter: beside the button where there is room, from the lower edge on a phone. */
export function FilterButton(props: {
  readonly replay: Replay;
  readonly filter: EventFilter;
  readonly matched: Matched;
  onFilter(filter: EventFilter): void;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const active = partsOf(props.filter);
  const place = () => {
    const box = button.current?.getBoundingClientRect();
    if (box === undefined || panel.current === null) return;
    panel.current.style.setProperty('--panel-top', `${box.bottom + GAP}px`);
    panel.current.style.setProperty(
      '--panel-left',
      `${Math.max(8, Math.min(box.left, window.innerWidth - 328))}px`,
    );
  };
  return (
    <>
      <Button
        ref={button}
        popoverTarget={id}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={place}
        title="Choose which events are shown and walked through"
      >
        <ListFilter aria-hidden size={14} />
        Filter{active === 0 ? '' : ` (${active})`}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Filter events"
        onToggle={(event) => setOpen(event.newState === 'open')}
        className="fixed inset-auto top-[var(--panel-top)] left-[var(--panel-left)] m-0 max-h-[min(560px,calc(100dvh-var(--panel-top)-12px))] w-[320px] overflow-y-auto rounded-md border border-line-2 bg-surface p-0 text-ink shadow-pop max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:max-h-[80dvh] max-md:w-full max-md:max-w-none max-md:rounded-b-none"
      >
        <PartBoundary>
          {open ? <FilterPanel {...props} onDone={() => panel.current?.hidePopover()} /> : null}
        </PartBoundary>
      </div>
    </>
  );
}

/** As many as the filter has chips, without their words. */
const partsOf = ({ types, actors, path, text }: EventFilter): number =>
  types.length + actors.length + [path, text].filter((part) => part !== null).length;
