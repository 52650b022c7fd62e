'use client';

import { useEffect, useRef } from 'react';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** The types that begin as somebody writes; the field keeps the focus and names the active one. */
export function OfferedTypes({
  id,
  names,
  active,
  onChoose,
}: {
  id: string;
  names: readonly string[];
  active: string | null;
  onChoose(name: string): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active type is the trigger
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Event types on offer"
        hidden={names.length === 0}
        className="absolute inset-x-0 top-full z-40 mt-1 max-h-[min(320px,40dvh)] max-w-[480px] overflow-y-auto overscroll-contain rounded-md border border-line-2 bg-surface p-1 shadow-pop"
      >
        {names.map((name, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which has the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field names the active type, which never has the focus itself
          <div
            key={name}
            id={offeredId(id, at)}
            role="option"
            aria-selected={name === active}
            title={visibleString(name)}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(name)}
            className="flex min-h-7 items-center rounded-sm px-2 py-1 font-mono [overflow-wrap:anywhere] hover:bg-sunken aria-selected:bg-sunken aria-selected:shadow-[inset_2px_0_0_var(--ink)] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2"
          >
            <VisibleText text={name} />
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {names.length === 0 ? '' : `${names.length.toLocaleString('en')} on offer`}
      </p>
    </>
  );
}

export const offeredId = (list: string, at: number): string => `${list}-${at}`;
