'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Why something was not kept: heard at once, and brought into sight wherever the list has been scrolled to. */
export function NoteRefusal({ children }: { children: ReactNode }) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    said.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={said}
      role="alert"
      className="flex w-full scroll-my-3 flex-col gap-1 text-rem [overflow-wrap:anywhere]"
    >
      {children}
    </div>
  );
}
