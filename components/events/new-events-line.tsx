import { useRef } from 'react';
import { Button } from '#components/ui/button';

/** That there are events which are not on screen yet. Nothing moves until somebody asks for them. */
export function NewEventsLine({
  count,
  reading,
  onShow,
}: {
  /** 0: nothing is drawn, but the place where it will be said is there, as screen readers want it. */
  count: number;
  reading: boolean;
  onShow(): void;
}) {
  const line = useRef<HTMLParagraphElement>(null);
  const none = count <= 0;
  const show = (): void => {
    // The button goes away with the news; the keyboard must not be sent back to the top of the page with it.
    line.current?.focus();
    onShow();
  };
  return (
    <div
      className={
        none
          ? 'sr-only'
          : 'flex flex-none items-center gap-2 border-line border-b bg-sunken px-4 py-1 text-ink-2'
      }
    >
      <p ref={line} role="status" tabIndex={-1} className="outline-none">
        {none ? '' : `${count.toLocaleString('en')} new ${count === 1 ? 'event' : 'events'}`}
      </p>
      {none ? null : (
        <Button look="outlined" disabled={reading} onClick={show}>
          {count === 1 ? 'Show it' : 'Show them'}
        </Button>
      )}
    </div>
  );
}
