'use client';

import { Download } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, lazy, memo, Suspense, useRef, useState } from 'react';
import { useHandlers } from '#client/commands/handlers';
import { Button } from '#components/ui/button';
import { PartBoundary } from '#components/ui/part-boundary';
import type { ExportPanelProps } from './export-panel.tsx';

// Most visits export nothing.
const ExportPanel = lazy(() => import('./export-panel.tsx'));

/** What is on screen, to take along. */
export const ExportMenu = memo(function ExportMenu(props: ExportPanelProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useHandlers({
    exportView: () => {
      button.current?.focus();
      setOpen(true);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    // While it is open its keys are its own: the page's move the playhead.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key !== 'Escape') return;
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what bubbles up from the controls inside
    <div className="relative max-sm:static print:hidden" onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        ref={button}
        look="outlined"
        title="Export what is on screen"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Download aria-hidden size={14} />
        <span className="max-2xl:sr-only">Export</span>
      </Button>
      {open ? (
        <>
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            onClick={() => setOpen(false)}
            className="fixed inset-0 z-40 cursor-default"
          />
          <section
            aria-label="Export"
            className="absolute top-8 right-0 z-50 flex max-h-[calc(100dvh-64px)] w-[440px] flex-col overflow-y-auto rounded-md border border-line-2 bg-surface shadow-pop max-sm:inset-x-2 max-sm:top-12 max-sm:w-auto"
          >
            <PartBoundary>
              <Suspense fallback={<p className="p-4 text-ink-2">One moment …</p>}>
                <ExportPanel {...props} />
              </Suspense>
            </PartBoundary>
          </section>
        </>
      ) : null}
    </div>
  );
});
