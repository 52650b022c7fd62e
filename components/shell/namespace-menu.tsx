'use client';

import { Check, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import { pageHref } from '#client/entity-href';
import { VisibleText, visibleString } from '#components/ui/visible-text';

/** Which namespace is on screen, and the way to another. A disclosure of links: it works before any script has run. */
export function NamespaceMenu({
  namespace,
  namespaces,
  query,
}: {
  namespace: string;
  namespaces: readonly string[];
  /** What the address of the overview says as well, in whichever namespace. */
  query: Readonly<Record<string, string>>;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    details.current?.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const all = namespaces.includes(namespace) ? namespaces : [namespace, ...namespaces];
  return (
    <details ref={details} className="group relative" onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary
        aria-label={`Namespace ${visibleString(namespace)}`}
        className="flex h-7 list-none items-center gap-1 rounded-md border border-line-2 pr-1.5 pl-2 hover:bg-sunken [&::-webkit-details-marker]:hidden"
      >
        <span className="max-w-[112px] truncate">
          <VisibleText text={namespace} />
        </span>
        <ChevronDown aria-hidden size={14} className="text-ink-3" />
      </summary>
      <div className="absolute top-8 left-0 z-40 max-h-[60vh] min-w-[200px] overflow-y-auto rounded-md border border-line-2 bg-surface p-1 shadow-pop max-sm:right-0 max-sm:left-auto">
        <p className="px-2 pt-1 pb-1.5 text-ink-3 text-xs">Namespaces</p>
        <ul>
          {all.map((name) => (
            <li key={name}>
              <Link
                href={pageHref('/', name, query)}
                onClick={close}
                aria-current={name === namespace ? 'true' : undefined}
                className="flex min-h-7 items-center gap-2 rounded-sm px-2 hover:bg-sunken"
              >
                <span className="min-w-0 flex-1 break-words">
                  <VisibleText text={name} />
                </span>
                {name === namespace ? <Check aria-hidden size={14} /> : null}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
