import { useLayoutEffect, useRef } from 'react';
import type { PageTime } from '#client/page-time';
import { Button } from '#components/ui/button';
import { Modal } from '#components/ui/modal';
import { type AppTime, readAppTime } from '#wire';
import { TimePanel } from './time-panel.tsx';

/** The form for another moment, over a page that goes there by itself. */
export function TimeDialog({
  page,
  onTime,
  onClose,
}: {
  page: PageTime;
  onTime(time: AppTime): void;
  onClose(): void;
}) {
  const go = (href: string) => {
    onTime(readAppTime(new URL(href, location.href).searchParams));
    onClose();
  };
  const form = useRef<HTMLDivElement>(null);
  // What is wanted is mostly written.
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('input[name=asof]');
    field?.focus();
    field?.select();
  }, []);
  return (
    <Modal label="Time of the app" className="mt-14 max-w-[400px]" onClose={onClose}>
      <div className="flex items-center border-line border-b py-1.5 pr-2 pl-3">
        <h2 className="flex-1 font-semibold">Time of the app</h2>
        <Button onClick={onClose}>Close</Button>
      </div>
      <div ref={form} className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
        <TimePanel page={page} onGo={go} />
      </div>
    </Modal>
  );
}
