import type { KeyboardEvent } from 'react';

/** Arrow keys walk rows and cells; Enter opens the event, Space what can be done with a value. */
export function useResultKeys({
  page,
  onStep,
  onEnd,
  onCell,
  onOpen,
  onMenu,
}: {
  /** Rows in sight. */
  readonly page: number;
  onStep(by: number): void;
  /** The first row, or the last that there is. */
  onEnd(end: 'first' | 'last'): void;
  onCell(by: 1 | -1): void;
  onOpen(): void;
  onMenu(): void;
}) {
  return (event: KeyboardEvent) => {
    // Links and buttons within rows have keys of their own.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Partial<Record<string, number>>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
    };
    const step = steps[event.key];
    if (step !== undefined) onStep(step);
    else if (event.key === 'Home' || event.key === 'End') onEnd(event.key === 'Home' ? 'first' : 'last');
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft')
      onCell(event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === 'Enter') onOpen();
    else if (event.key === ' ' || event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
      onMenu();
    else return;
    event.preventDefault();
  };
}
