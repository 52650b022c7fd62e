'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface MenuItem {
  readonly text: string;
  /** The key that does the same without the menu. */
  readonly keys?: string;
  readonly disabled?: boolean;
  onChoose(): void;
}

/** A menu at a place of the window; arrow keys walk it, Escape and whatever happens outside of it close it. */
export function Menu({
  label,
  at,
  items,
  head,
  onClose,
}: {
  label: string;
  /** CSS pixels from the top left of the window. */
  at: { readonly x: number; readonly y: number };
  items: readonly MenuItem[];
  head?: ReactNode;
  /** `isDone`: by its own keys, so that the focus has to go back. */
  onClose(isDone: boolean): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(at);
  const { x, y } = at;
  useLayoutEffect(() => {
    const { width = 0, height = 0 } = box.current?.getBoundingClientRect() ?? {};
    setPlace({
      x: Math.max(EDGE, Math.min(x, window.innerWidth - width - EDGE)),
      y: Math.max(EDGE, Math.min(y, window.innerHeight - height - EDGE)),
    });
    itemsOf(box.current)[0]?.focus();
  }, [x, y]);
  useEffect(() => {
    const close = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose(false);
    };
    window.addEventListener('pointerdown', close, true);
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('pointerdown', close, true);
      window.removeEventListener('resize', close);
    };
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const all = itemsOf(box.current);
    const focused = document.activeElement;
    const from = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    const next = STEPS[event.key]?.(from, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={box}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={onKeyDown}
      style={{ left: place.x, top: place.y }}
      className="fixed z-50 min-w-56 max-w-[min(360px,calc(100vw-16px))] rounded-md border border-line-2 bg-surface p-1 shadow-pop print:hidden"
    >
      {head === undefined ? null : (
        <p role="presentation" className="truncate px-2 pt-1 pb-1.5 text-ink-3 text-sm">
          {head}
        </p>
      )}
      {items.map(({ text, keys, disabled, onChoose }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={disabled}
          aria-keyshortcuts={keys}
          onClick={() => {
            onClose(true);
            onChoose();
          }}
          className="flex min-h-7 w-full items-center gap-4 rounded-sm px-2 text-left outline-offset-[-2px] enabled:hover:bg-sunken focus-visible:bg-sunken disabled:text-ink-3"
        >
          <span className="min-w-0 flex-1">{text}</span>
          {keys === undefined ? null : (
            <kbd aria-hidden className="text-ink-3 text-xs">
              {keys}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}

/** Pixels that stay free to the edge of the window. */
const EDGE = 8;

const STEPS: Readonly<Partial<Record<string, (at: number, length: number) => number>>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, length) => length - 1,
};

function itemsOf(box: HTMLElement | null): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]:not(:disabled)') ?? [])];
}
