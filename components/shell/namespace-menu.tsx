'use client';

import { pageHref } from '#client/entity-href';
import { Link } from '#components/ui/link';
import { VisibleText, visibleString } from '#components/ui/visible-text';
import { LinkMenu } from './link-menu.tsx';

/** Which namespace is on screen, and the way to another. */
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
  const all = namespaces.includes(namespace) ? namespaces : [namespace, ...namespaces];
  return (
    <LinkMenu
      label={`Namespace ${visibleString(namespace)}`}
      look="border-line-2"
      title={
        <span className="max-w-[112px] truncate">
          <VisibleText text={namespace} />
        </span>
      }
    >
      <li className="px-2 pt-1 pb-1.5 text-ink-3 text-xs">Namespaces</li>
      {all.map((name) => (
        <li key={name}>
          <Link
            href={pageHref('/', name, query)}
            aria-current={name === namespace ? 'true' : undefined}
            className="flex min-h-7 items-center gap-2 rounded-sm px-2 hover:bg-sunken"
          >
            <span className="min-w-0 flex-1 break-words">
              <VisibleText text={name} />
            </span>
            {name === namespace ? <span aria-hidden>✓</span> : null}
          </Link>
        </li>
      ))}
    </LinkMenu>
  );
}
